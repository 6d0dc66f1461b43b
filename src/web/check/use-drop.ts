import { useEffect, useRef, useState } from 'preact/hooks';
import { type Dropped, droppedFiles } from './dropped-files.ts';

/**
 * Files may be dropped anywhere and at any time: a miss would make the browser leave the page and open the file. Those that come
 * while others are being checked wait for their turn.
 * @returns whether files are being dragged over the page
 */
export function useDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [dragging, setDragging] = useState(false);
  // listened to once, since a drop between two drawings would meet the listener of the one before
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer?.types.includes('Files')) setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      if (event.dataTransfer === null) return;
      void droppedFiles(event.dataTransfer).then((dropped) => {
        if (dropped.files.length + dropped.unread.length > 0) latest.current(dropped);
      });
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}

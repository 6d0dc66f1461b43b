import { useEffect, useState } from 'preact/hooks';
import { About } from './about.tsx';
import { Dialog } from './dialog.tsx';
import { JOBS } from './jobs.ts';
import type { JobServices } from './page-job.ts';

interface ShellProps {
  /** Makes what the jobs work with; anew after all was wiped, so that nothing that was under way can write into the new life. */
  readonly start: () => JobServices;
}

/** The frame of the page: its bar, the job at hand, the help, and the button that leaves nothing behind. */
export function Shell({ start }: ShellProps) {
  const [services, setServices] = useState(start);
  const [job, setJob] = useState(() => JOBS.find(({ id }) => `#${id}` === location.hash) ?? JOBS[0]);
  const [open, setOpen] = useState<'help' | 'wipe' | null>(null);
  // a new number is a new life: the job starts from nothing
  const [life, setLife] = useState(0);
  const [said, setSaid] = useState('');

  useEffect(() => {
    services.engine.started.catch((fault: Error) => setSaid(fault.message));
  }, [services]);

  const wipe = async () => {
    setOpen(null);
    services.engine.end();
    const gone = await services.store.wipe();
    setServices(start());
    setLife((before) => before + 1);
    setSaid(
      gone
        ? '已清除：这个页面里不再留有任何文件和记录。'
        : '浏览器没有让本页清除记录，请在浏览器的设置里清除浏览数据。',
    );
  };

  const { Component, Help } = job;
  return (
    <div class="shell">
      <header class="bar">
        <p class="brand">
          均衡<span>义务教育均衡发展报告</span>
        </p>
        <nav aria-label="功能">
          {JOBS.map((one) => (
            <a
              key={one.id}
              href={`#${one.id}`}
              aria-current={one === job ? 'page' : undefined}
              onClick={() => setJob(one)}
            >
              {one.title}
            </a>
          ))}
        </nav>
        <p class="offline">不联网，文件不出这台电脑</p>
        <button type="button" class="plain" onClick={() => setOpen('help')}>
          帮助
        </button>
        <button type="button" class="plain" onClick={() => setOpen('wipe')}>
          清除全部
        </button>
      </header>
      <p class="said" role="status">
        {said}
      </p>
      <Component key={`${job.id}-${life}`} {...services} />
      {open === 'help' && (
        <Dialog title={`${job.title}：怎么用`} onClose={() => setOpen(null)}>
          <Help />
          <About />
        </Dialog>
      )}
      {open === 'wipe' && (
        <Dialog title="清除全部？" onClose={() => setOpen(null)}>
          <p>
            打开的文件和处理意见会从这个页面和浏览器里全部清除，不能恢复。您电脑上的原文件不受影响；要留的结果请先下载。
          </p>
          <p class="choices">
            <button type="button" class="main" onClick={wipe}>
              清除
            </button>
            <button type="button" onClick={() => setOpen(null)}>
              不清除
            </button>
          </p>
        </Dialog>
      )}
    </div>
  );
}

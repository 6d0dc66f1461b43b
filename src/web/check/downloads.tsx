import type { DownloadKind, ReportView } from '../worker/protocol.ts';

interface DownloadsProps {
  readonly report: ReportView;
  readonly several: boolean;
  readonly onDownload: (kind: DownloadKind, file: string | null) => Promise<void>;
}

/** The results as files. A list and a page tell of all the files that are open; comments and decisions belong to one report. */
export function Downloads({ report: { file, decisions }, several, onDownload }: DownloadsProps) {
  const kinds: readonly (readonly [kind: DownloadKind, words: string, of: string | null, title: string])[] = [
    ['docx', '带批注的 Word', file, '报告原样，在有问题的地方加批注；其余一字不动'],
    ['xlsx', '问题清单', several ? null : file, 'Excel 表格，每个问题一行，“处理结果”一栏留给人填'],
    ['html', '网页', several ? null : file, '原文与问题对照，可以发给别人看，可以打印'],
  ];
  return (
    <p class="downloads">
      <span>下载</span>
      {kinds.map(([kind, words, of, title]) => (
        <button key={kind} type="button" title={title} onClick={() => void onDownload(kind, of)}>
          {words}
        </button>
      ))}
      {decisions !== null && (
        <button
          type="button"
          title="记下的“属实”“不是问题”；下次与报告一起打开就继续有效"
          onClick={() => void onDownload('decisions', file)}
        >
          处理意见
        </button>
      )}
    </p>
  );
}

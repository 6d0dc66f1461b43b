import { ChooseFiles } from './choose-files.tsx';
import type { SubmissionActions } from './use-submission.ts';

/** What the person sees first: where to put the file. */
export function Start({ actions }: { readonly actions: SubmissionActions }) {
  return (
    <section class="start">
      <h1>核对报告里的数字</h1>
      <p class="lead">
        合计对不对得上分项，增减、占比算得对不对，前后说法是否一致，有没有超出国家标准，序号和错别字：逐条核对，每条写明算式。
      </p>
      <div class="drop">
        <p class="drop-words">把报告拖到这里</p>
        <p>
          <ChooseFiles class="main" onFiles={(files) => void actions.open(files)}>
            选择文件
          </ChooseFiles>
        </p>
        <p class="quiet">
          Word（.docx、.doc）、WPS（.wps）、PDF、纯文本（.txt）；同一次报送的几份材料可以一起打开；连同数据表（.xlsx）打开，文中的数就与它逐个对照
        </p>
      </div>
      <p>
        没有现成的文件？
        <button type="button" class="link" onClick={() => void actions.openExample()}>
          打开一份示例报告
        </button>
        ，里面预置了若干差错。
      </p>
      <ul class="promises">
        <li>文件只在这台电脑上读取和核对，页面不联网，不上传任何内容。</li>
        <li>原文件一个字也不会改动；结果可以下载为带批注的 Word、问题清单或网页。</li>
        <li>没有发现问题，不等于没有差错：页面总会写明读出多少数字、核对了多少条关系。</li>
      </ul>
    </section>
  );
}

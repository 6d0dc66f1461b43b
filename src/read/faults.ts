import { InputError } from '../model/manuscript.ts';

const saveAsDocx = '请用 Word 或 WPS 打开后“另存为”.docx，再交给本程序。';

/** Every way a document can be refused: a stable code, and what the person who gave the file reads. */
const faults = {
  'empty-file': '文件是空的，里面没有任何内容。请检查是否保存成功，或重新索取一份。',
  'not-text':
    '读不出文字：内容既不是 UTF-8，也不是 GB18030 编码的文本。请确认文件没有损坏，或另存为 .docx、UTF-8 的 .txt。',
  'old-word-file': `这是旧版 Word/WPS 文档（.doc/.wps），在这里不能直接读取。${saveAsDocx}`,
  'old-word-damaged': `这份旧版 Word/WPS 文档（.doc/.wps）读不出来，可能已损坏，或是 Word 95 及更早的格式。${saveAsDocx}`,
  'encrypted-file': '文件设有打开密码，无法读取。请用 Word 或 WPS 打开并取消密码，保存后再试。',
  'unknown-container': `这是一个旧式复合文档，但里面找不到 Word 正文。${saveAsDocx}`,
  'rtf-file': `这是 RTF 文件，不能直接读取。${saveAsDocx}`,
  'html-file': `这是网页文件（HTML），不是报告文档。${saveAsDocx}`,
  'word-xml-file': `这是单个 XML 形式的 Word 文档，不能直接读取。${saveAsDocx}`,
  'pdf-damaged': `这份 PDF 已损坏或不完整，无法打开。请重新索取一份，或向起草单位索取 .docx 原稿。`,
  'pdf-encrypted': '这份 PDF 设有打开密码，无法读取。请取消密码后再试，或向起草单位索取 .docx 原稿。',
  'pdf-scanned':
    '这份 PDF 里读不出文字：多半是扫描件，只有图像；也可能是中文字体没有嵌入。请向起草单位索取 .docx 原稿，或先做文字识别并转为 .docx。',
  'pdf-garbled':
    '这份 PDF 的文字读出来无法辨认（字体没有嵌入，或没有附上文字编码）。请向起草单位索取 .docx 原稿，或先做文字识别。',
  'ofd-file': '这是 OFD 版式文件，不能直接读取。请向起草单位索取 .docx 原稿，或用 OFD 阅读器“转换为 Word”后再试。',
  'image-file': '这是图片，里面没有可读的文字。请先做文字识别，或向起草单位索取 .docx 原稿。',
  'workbook-file': '这是电子表格，不是报告文档。请给出写有报告的 Word 文档。',
  'slides-file': '这是演示文稿，不是报告文档。请把文字另存为 .docx 或 .txt 后再试。',
  'open-document-file': `这是 OpenDocument 文档（.odt），不能直接读取。${saveAsDocx}`,
  'archive-file': '这是压缩包，不是单个文档。请先解压，再把里面的报告交给本程序。',
  'misnamed-text': '内容其实是纯文本，与扩展名不符。请把扩展名改为 .txt 后再试，或重新导出正确的文件。',
  'damaged-zip': '文件不完整（可能没有下载完或拷贝中断），无法打开。请重新拷贝或重新索取一份。',
  'damaged-part': '文件已损坏，无法读取。请用 Word 或 WPS 打开，如能修复，保存后再试。',
  'missing-document': `压缩包里没有 Word 正文（word/document.xml），这不是一个 Word 文档。${saveAsDocx}`,
  'broken-xml': '文件内部的 XML 有错误，无法读取。请用 Word 或 WPS 打开，如能修复，保存后再试。',
  'doctype-refused': '文件内部含有文档类型声明或外部实体，正常的 Word 文档没有这种内容；为安全起见不予读取。',
  'too-large': '文件解压后超出可读取的大小，为安全起见不予读取。请检查文件来源，或把报告拆分后再试。',
  'signed-package':
    '文件带有电子签名，写入批注会使签名失效，没有写出。请向起草单位索取未签名的稿子，或把核对结果写成 .html、.xlsx。',
  'unsafe-package':
    '文件的内部结构不合规范，写入批注可能损坏文件，没有写出。请用 Word 或 WPS 打开并另存为 .docx 后再试。',
  'too-deep': '文件内部的层次嵌套过深，正常的文档不会这样；为安全起见不予读取。请检查文件来源。',
} as const;

export type FaultCode = keyof typeof faults;

/**
 * The error for a file that cannot be used.
 * @param name the file's name as the person gave it; leads the message
 * @param detail where in the file, put in brackets behind the message; none where it would say nothing to a person
 */
export function fault(name: string, code: FaultCode, detail = ''): InputError {
  return new InputError(code, `${name}：${faults[code]}${detail === '' ? '' : `（${detail}）`}`);
}

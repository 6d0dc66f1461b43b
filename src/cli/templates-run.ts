import { basename } from 'node:path';
import { describeKind, describedText } from '../jobs/describe-kind.ts';
import { checkKind, openKind } from '../jobs/kind-files.ts';
import { InputError } from '../model/manuscript.ts';
import { parseStandard } from '../standards/parse.ts';
import { tellNotices } from './data-files.ts';
import { kindIds, loadKind, ownKindIds, ownTemplates, strayFiles } from './kinds.ts';
import { nationalStandards } from './resources.ts';

/** Lists the report kinds, the bundled ones and an office's own. */
export function listTemplates(format: 'text' | 'json', asked: string | undefined): void {
  const own = ownTemplates(asked, '.');
  const kinds = kindIds(own).map((id) => openKind(loadKind(id, own)));
  const faulty = kinds.filter(({ problems }) => problems.length > 0).map(({ kind, name }) => kind.title || name);
  const described = kinds.filter(({ problems }) => problems.length === 0).map((kind) => describeKind(kind));
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(described, null, 2)}\n` : described.map(describedText).join('\n'),
  );
  if (faulty.length > 0) {
    tellNotices([`${faulty.join('、')}：kind.yaml 有差错，没有列出；用 junheng templates --check ${own ?? ''} 查看。`]);
  }
}

/**
 * Tests an office's templates without drafting, and tells everything that is wrong with them.
 * @throws InputError with every fault of every kind in the folder
 */
export function checkTemplates(folder: string): void {
  const own = ownTemplates(folder, '.') ?? folder;
  const standards = nationalStandards().map(({ name, text }) => parseStandard(name, text));
  const [faults, notices]: [string[], string[]] = [[], [...strayFiles(own)]];
  const ids = ownKindIds(own);
  for (const id of ids) {
    try {
      const checked = checkKind(loadKind(id, own), standards);
      if (checked.faults !== '') faults.push(checked.faults);
      notices.push(...checked.notices);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error.message);
    }
  }
  tellNotices(notices);
  if (faults.length > 0) throw new InputError('template-invalid', faults.join('\n'));
  const what = ids.length === 0 ? '没有报告类型的文件夹' : `${ids.join('、')}没有发现差错`;
  process.stdout.write(`${basename(own)}：${what}。\n`);
}

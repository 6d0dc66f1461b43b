import { InputError } from '../model/manuscript.ts';
import { parseStandard } from './parse.ts';
import { type Standard, titleOf } from './standard.ts';

/** A file's name, for messages, and its text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What a person asked for by `--standard`. */
export interface Choice {
  /** Bundled ones asked for by id, in that order: they stand in for those that the report's kind and date would choose. */
  readonly asked: readonly Standard[];
  /** Bundled ones to choose from where none is asked for; one whose id an own file bears has given way to that file. */
  readonly bundled: readonly Standard[];
  /** The person's own files: a province's or a city's marks come on top of the national ones. */
  readonly own: readonly Standard[];
}

/**
 * Tells ids of bundled standards from files of the user's own, and reads those. Ids replace the automatic choice, files add
 * to it: who names a regulation wants that one and no other, and who brings the province's marks is bound by the nation's too.
 *
 * @throws InputError for an unknown id, with the list of those there are, and for files that are at fault
 */
export function chooseStandards(bundled: readonly Standard[], wanted: readonly (string | NamedText)[]): Choice {
  const asked = wanted.filter((one) => typeof one === 'string').map((id) => standardOf(id, bundled));
  const own = wanted
    .filter((one): one is NamedText => typeof one !== 'string')
    .map(({ name, text }) => parseStandard(name, text))
    // a file that was brought is named as used, unlike a national one without a kind, which is named where it touched a figure
    .map((standard) => (standard.kinds.length === 0 ? { ...standard, kinds: EVERY_KIND } : standard));
  const ids = own.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) {
    throw new InputError('standard-twice', `给出的标准文件中有两份的编号（id）都是“${twice}”，请改掉一个。`);
  }
  return { asked, bundled: bundled.filter(({ id }) => !ids.includes(id)), own };
}

const EVERY_KIND: readonly string[] = ['county-basic', 'county-quality'];

/** A standard that somebody asked for by name: it applies whatever the report's kind and date. */
export function applyAlways(standard: Standard): Standard {
  return { ...standard, kinds: EVERY_KIND, effective: { from: '0001-01-01', until: null } };
}

function standardOf(id: string, bundled: readonly Standard[]): Standard {
  const found = bundled.find((standard) => standard.id === id);
  if (found !== undefined) return found;
  const ids = bundled.map((standard) => standard.id).join('、');
  const titles = bundled.map((standard) => `\n  ${standard.id}　${titleOf(standard)}`).join('');
  throw new InputError('standard-unknown', `没有标准“${id}”；内置的有${ids}，也可以给出 .yaml 文件。${titles}`);
}

import { ITEM_END, NOTHING } from '../markers.ts';
import { type Helper, type HelperCall, type HelperContext, wordOption } from './helper.ts';
import { joinChinese } from './join.ts';

const ORDINALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  ...['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((digit) => `十${digit}`),
  '二十',
];

/** Helpers that surround text: what can be left out, and lists that close up around what was. */
export const BLOCKS: readonly Helper[] = [
  // A sentence or clause that stands only if all its data are there; else its {{else}} branch, or nothing.
  block('part', [], (call, context) => {
    let body = '';
    const { text, complete } = context.recorder.part(() => {
      body = call.body();
      return body;
    });
    // Handlebars takes away the line break behind a closing tag on a line of its own: what is left out must not glue the next
    // heading to its place.
    return complete ? text : call.otherwise() || (body.endsWith('\n') ? `${NOTHING}\n` : NOTHING);
  }),
  // 小学…所、初中…所和…; items whose data are missing are left out, and with none the sentence around is incomplete. With
  // lead="，其中" the list brings its own beginning, and with no item it is gone with it.
  block('list', ['separator', 'last', 'lead'], (call, context) => {
    const items = itemsOf(call.body());
    const lead = wordOption(call, 'lead', '');
    if (items.length === 0) {
      if (lead === '') context.recorder.missing += 1;
      return NOTHING;
    }
    const separator = wordOption(call, 'separator', '、');
    return `${lead}${joinChinese(items, separator, wordOption(call, 'last', separator))}`;
  }),
  // 一是…二是…, counted over the items that stand; with none its {{else}} branch.
  block('points', [], (call) => {
    const items = itemsOf(call.body());
    if (items.length === 0) return call.otherwise() || NOTHING;
    // Handlebars takes the line break behind a closing tag away: without one a paragraph behind an empty line would be joined on.
    return `${items.map((item, index) => `${ORDINALS[index] ?? ''}是${item}`).join('')}\n`;
  }),
  block('item', [], (call, context) => {
    const { text, complete } = context.recorder.part(call.body);
    return complete ? `${text.trim()}${ITEM_END}` : NOTHING;
  }),
];

/** The items of a list that stand, without the line breaks between them. */
export function itemsOf(body: string): readonly string[] {
  return body
    .split(ITEM_END)
    .map((item) => item.replaceAll(NOTHING, '').replace(/\s*\n\s*/g, ''))
    .filter((item) => item !== '');
}

function block(
  name: string,
  options: readonly string[],
  run: (call: HelperCall, context: HelperContext) => string,
): Helper {
  return { name, use: 'block', options, namesQuantities: false, run };
}

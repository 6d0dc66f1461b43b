import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/model/manuscript.ts';
import { HELPERS } from '../../src/draft/helpers/index.ts';
import { draftWords } from '../../src/draft/settings.ts';
import { draft } from './support/draft.ts';
import { emptyCounty, fullCounty } from './support/county.ts';

/** What a template is refused with. */
async function refusal(template: string): Promise<string> {
  try {
    await draft(template, fullCounty());
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
}

describe('a template can neither run code nor reach beyond its words', () => {
  const attacks = [
    '{{constructor}}',
    '{{constructor.constructor}}',
    '{{__proto__}}',
    '{{toString}}',
    '{{hasOwnProperty "x"}}',
    '{{lookup this "constructor"}}',
    '{{#with "s" as |string|}}{{string.sub.constructor}}{{/with}}',
    '{{#each this}}{{@key}}{{/each}}',
    '{{@root}}',
    '{{../county}}',
    '{{this}}',
    '{{this.constructor}}',
    '{{[constructor]}}',
    '{{> other}}',
    '{{#> layout}}{{/layout}}',
    '{{* decorator}}',
    '{{#*inline "x"}}{{/inline}}',
    '{{log "x"}}',
    '{{helperMissing "x"}}',
    '{{blockHelperMissing "x"}}',
    '{{figure constructor}}',
    '{{figure (constructor "return process")}}',
    '{{#if constructor}}x{{/if}}',
    '{{county.constructor}}',
    '{{{constructor}}}',
    '{{&constructor}}',
    '{{constructor.prototype}}',
    '{{__defineGetter__ "x"}}',
    '{{__defineSetter__ "x" "y"}}',
    '{{__lookupGetter__ "x"}}',
    '{{valueOf}}',
    '{{propertyIsEnumerable "x"}}',
    '{{#with this}}{{constructor}}{{/with}}',
    '{{#with split as |conslist|}}{{this.pop}}{{this.push (lookup string.sub "constructor")}}{{/with}}',
    '{{#each (lookup . "constructor")}}x{{/each}}',
    '{{#blockHelperMissing "x"}}y{{/blockHelperMissing}}',
    '{{#helperMissing}}y{{/helperMissing}}',
    '{{#county}}x{{/county}}',
    '{{#constructor}}x{{/constructor}}',
    '{{^constructor}}x{{/constructor}}',
    '{{#if (lookup this "constructor")}}x{{/if}}',
    '{{#unless __proto__}}x{{/unless}}',
    '{{#if this}}x{{/if}}',
    '{{#if @root}}x{{/if}}',
    '{{@root.constructor}}',
    '{{@index}}',
    '{{@partial-block}}',
    '{{> @partial-block}}',
    '{{> (lookup . "constructor")}}',
    '{{> ../../../../etc/passwd}}',
    '{{>"/etc/passwd"}}',
    '{{#> @partial-block}}x{{/@partial-block}}',
    '{{#* inline "own"}}x{{/inline}}{{> own}}',
    '{{* constructor}}',
    '{{{{constructor}}}}x{{{{/constructor}}}}',
    '{{{{raw}}}}{{constructor}}{{{{/raw}}}}',
    '{{"constructor"}}',
    '{{"figure"}}',
    '{{[__proto__].x}}',
    '{{./constructor}}',
    '{{this/constructor}}',
    '{{figure.constructor "x"}}',
    '{{./figure "pupils"}}',
    '{{figure "pupils" __proto__="x"}}',
    '{{figure "pupils" constructor=true}}',
    '{{figure "pupils" stage=this}}',
    '{{figure "pupils" stage=county}}',
    '{{figure "constructor"}}',
    '{{figure "__proto__"}}',
    '{{figure "toString"}}',
    '{{figure (figure "pupils")}}',
    '{{figure (of (constructor "x"))}}',
    '{{setting (lookup this "x")}}',
    '{{own constructor "x"}}',
    '{{own "../../junheng" "x"}}',
    '{{own "C:\\\\x" "x"}}',
    '{{require "fs"}}',
    '{{import "fs"}}',
    '{{process.env}}',
    '{{globalThis}}',
    '{{compile "{{x}}"}}',
    '{{#part as |x|}}{{x}}{{/part}}',
    '{{#if true as |x|}}y{{/if}}',
    '{{undefined}}',
    '{{null}}',
    '{{true}}',
  ];
  test.each(attacks)('%s is refused', async (attack) => {
    expect(await refusal(attack)).toMatch(/section\.md：第1行第\d+列：/);
  });

  test.each(['setting', 'role', 'own', 'gap'])('%s takes no name that every object has', async (helper) => {
    const given = await refusal(`{{${helper} "constructor"}}`);
    if (helper === 'setting' || helper === 'role') expect(given).toContain(`${helper} 只能是`);
    else expect(given).toBe('');
  });

  // Behind the attacks above: none of them has left a trace on the objects of the program.
  test('the objects of the program are as they were', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.getOwnPropertyDescriptor(Object.prototype, '__proto__')?.get?.name).toBe('get __proto__');
  });

  test.each([
    ['blocks', `${'{{#part}}'.repeat(5000)}甲${'{{/part}}'.repeat(5000)}`, '套得太深'],
    ['conditions', `${'{{#if true}}'.repeat(200)}甲${'{{/if}}'.repeat(200)}`, '套得太深'],
    ['brackets', `{{figure ${'(of '.repeat(400)}"pupils"${')'.repeat(400)}}}`, '套得太深'],
    ['more brackets', `{{figure ${'(of '.repeat(20_000)}"pupils"${')'.repeat(20_000)}}}`, '套得太深'],
    ['open marks', '{{figure '.repeat(2000), '写得不完整'],
    ['years', '{{#part}}{{series "pupils" years=999999999}}{{/part}}', 'years 应为 1 到 20'],
    ['length', '甲'.repeat(250_000), '模板太长'],
  ])('budget: %s', async (_, template, told) => {
    expect(await refusal(template)).toContain(told);
  });

  test('what looks like a template in the data stays text', async () => {
    const county = '{{constructor}}';
    expect((await draft('{{county}}', { ...emptyCounty(), county })).text).toBe(county);
  });

  test('no word of the project hides behind a helper of the same name', () => {
    for (const word of draftWords('清河县', '2018').keys()) expect(HELPERS.has(word)).toBe(false);
  });
});

describe('faults of a template', () => {
  test('are all told at once, with line, column and what is wrong', async () => {
    const message = await refusal(
      '甲{{figure "pupil"}}。\n\n{{pupils}}乙。\n\n{{figure "pupils" stages="小学"}}\n\n共12所。',
    );
    expect(message.split('\n')).toHaveLength(4);
    expect(message).toContain('section.md：第1行第11列：没有名为“pupil”的数据');
    expect(message).toContain('第3行第1列：不认识“pupils”');
    expect(message).toContain('第5行第19列：“figure”没有“stages”这个选项');
    expect(message).toContain('第7行第2列：数字“12”没有出处');
  });

  test('a broken block is told with its line', async () => {
    expect(await refusal('甲\n{{#part}}乙{{/list}}')).toMatch(
      /section\.md：第2行第\d+列：\{\{#part\}\} 与 \{\{\/list\}\} 不配对/,
    );
    expect(await refusal('甲\n乙{{figure "gdp"')).toMatch(/section\.md：第2行第\d+列：.*写得不完整/);
  });

  test('faults that only running shows have their place too', async () => {
    expect(await refusal('{{figure "pupils" stage="中学"}}')).toContain('第1行第25列：stage 应为小学、初中等学段');
    expect(await refusal('甲\n{{figure "pupils" in="万元"}}')).toContain('第2行第1列：在校生数的单位是“人”');
    expect(await refusal('{{#if (above "gdp" "population")}}甲{{/if}}')).toContain('{{#part}}');
    expect(await refusal('{{sum "gdp" "gdp"}}')).toContain('“sum”不能用在这里');
  });

  test('years, document numbers and names are no quantities', async () => {
    expect(await refusal('2018年，《办法（2012）》（教督〔2012〕3号）。')).toBe('');
  });
});

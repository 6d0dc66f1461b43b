import { type Command, Option } from 'commander';

/** `junheng templates`: the report kinds and the data each needs. */
export function registerTemplates(program: Command): void {
  program
    .command('templates')
    .description('列出报告类型和各自所需的数据')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { readonly format: 'text' | 'json' }) => {
      const [{ kindIds, loadKind }, { readKind }, { indicatorOf }] = await Promise.all([
        import('../kinds.ts'),
        import('../../jobs/draft.ts'),
        import('../../vocabulary/index.ts'),
      ]);
      const kinds = kindIds().map((id) => readKind(loadKind(id)));
      if (format === 'json') {
        const plain = kinds.map(({ id, title, needs }) => ({ id, title, needs }));
        process.stdout.write(`${JSON.stringify(plain, null, 2)}\n`);
        return;
      }
      for (const kind of kinds) {
        process.stdout.write(`${kind.id}  ${kind.title}\n`);
        let topic = '';
        for (const need of kind.needs) {
          if (need.topic !== undefined && need.topic !== topic) {
            topic = need.topic;
            process.stdout.write(`  【${topic}】\n`);
          }
          const known = indicatorOf(need.indicator);
          const unit = need.unit ?? known?.unit ?? '';
          const extent = [
            unit,
            need.stages?.join('、') ?? '',
            need.years === undefined ? '' : `近${need.years}年`,
            need.optional === true ? '可缺' : '',
            need.note ?? '',
          ].filter((part) => part !== '');
          process.stdout.write(`    ${known?.name ?? need.indicator.replace(/^text:/, '')}（${extent.join('，')}）\n`);
        }
      }
    });
}

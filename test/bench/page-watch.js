/**
 * Watches the page from inside, by its clock; sent there as source text, so it reaches for nothing outside of itself.
 * Times are until the next frame has been drawn.
 */
export function watchPage() {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
  /** When something became so, looked for at every change of the document. */
  const until = (is) =>
    new Promise((resolve) => {
      const look = () => {
        if (!is()) return;
        observer.disconnect();
        void painted().then(resolve);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      look();
    });
  const phase = (name) => document.querySelector(`main[data-phase=${name}]`) !== null;
  const moments = {
    shown: until(() => phase('empty')),
    ready: until(() => phase('empty') && document.querySelector('[data-engine=ready]') !== null),
  };

  let start = 0;
  let longest = 0;
  let done = Promise.resolve(0);
  // what is shorter than 50 ms it does not tell; to look oneself, turn by turn, would take half a core from the worker
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  const note = (entries) => {
    for (const { startTime, duration } of entries) if (startTime >= start) longest = Math.max(longest, duration);
  };
  tasks.observe({ type: 'longtask' });
  addEventListener(
    'change',
    ({ target }) => {
      if (target.type !== 'file') return;
      start = performance.now();
      longest = 0;
      done = until(() => phase('working')).then(() => until(() => phase('shown')));
    },
    true,
  );

  const acts = {
    hover: (round) => {
      const figure = document.querySelectorAll('[data-figure]')[round * 7];
      figure.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    },
    point: (round) => {
      document.querySelectorAll('[id^=finding-]')[round].dispatchEvent(new PointerEvent('pointerenter'));
    },
    filter: (round) => {
      const choices = document.querySelector('select[aria-label=章节], select[aria-label=类型]');
      // to one of them and back to all
      choices.selectedIndex = round % 2;
      choices.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
  const byWords = (inside, words) =>
    [...inside.querySelectorAll('button')].find(({ textContent }) => textContent === words);

  globalThis.watch = {
    when: (what) => moments[what],
    checked: async () => {
      const time = (await done) - start;
      await painted();
      note(tasks.takeRecords());
      return { time, block: longest };
    },
    async act(name, round) {
      if (name !== 'decide') {
        const before = performance.now();
        acts[name](round);
        return (await painted()) - before;
      }
      // the first ones are of what is missing, and are decided together
      const card = () => document.getElementById(`finding-${round + 10}`);
      byWords(card(), '属实').click();
      await until(() => card().querySelector('form') !== null);
      const before = performance.now();
      byWords(card(), '属实').click();
      return (await until(() => card().textContent.includes('已确认属实'))) - before;
    },
  };
}

import './older-browsers.ts';
import { render } from 'preact';
import { Engine } from './engine.ts';
import { Shell } from './shell/shell.tsx';
import { Store } from './store.ts';
import './style/index.ts';

const page = document.getElementById('page');
// not there where unable-notice.js has found that this browser is too old
if (page !== null) {
  page.replaceChildren();
  const start = () => {
    const engine = new Engine();
    page.removeAttribute('data-engine');
    // for tests and measurements, which wait for it
    void engine.started.then(
      () => page.setAttribute('data-engine', 'ready'),
      () => page.setAttribute('data-engine', 'refused'),
    );
    return { engine, store: new Store() };
  };
  render(<Shell start={start} />, page);
}

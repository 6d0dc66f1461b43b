import './older-browsers.ts';
import { render } from 'preact';
import { Engine } from './engine.ts';
import { Shell } from './shell/shell.tsx';
import { Store } from './store.ts';
import './style/index.ts';

const page = document.getElementById('page');
// not there where unable-notice.js has found that this browser is too old
if (page !== null) {
  const engine = new Engine();
  page.replaceChildren();
  render(<Shell engine={engine} store={new Store()} />, page);
  // for tests and measurements, which wait for it
  void engine.started.then(
    () => page.setAttribute('data-engine', 'ready'),
    () => page.setAttribute('data-engine', 'refused'),
  );
}

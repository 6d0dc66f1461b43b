import { render } from 'preact';
import { Engine } from './engine.ts';
import { Shell } from './shell/shell.tsx';
import { Store } from './store.ts';
import './style/index.ts';

const page = document.getElementById('page');
if (page !== null) {
  page.replaceChildren();
  render(<Shell start={() => ({ engine: new Engine(), store: new Store() })} />, page);
}

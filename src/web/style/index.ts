import { BASE_STYLE } from '../../write/html/page.ts';
import './page.css';
import './start.css';
import './result.css';
import './findings.css';
import './low-screen.css';
import './print.css';

// The colours and the paper of the pages that are downloaded, so that a report looks the same in all of them. Adopted and not
// written into an element: the policy lets no style in that it does not know.
const sheet = new CSSStyleSheet();
sheet.replaceSync(BASE_STYLE);
document.adoptedStyleSheets = [sheet];

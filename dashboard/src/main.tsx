import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { installStylePolicy } from './style-policy.ts';

installStylePolicy();
keepFocus(document);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);

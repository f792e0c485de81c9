import { createRoot } from 'react-dom/client';

const desk = document.getElementById('desk');
if (desk) createRoot(desk).render(<p>Bundlescope</p>);

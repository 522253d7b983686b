import { startUploads } from './upload/uploads.ts';

const place = document.querySelector<HTMLElement>('[data-drop]');
if (place) void startUploads(place);

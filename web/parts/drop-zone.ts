import { html } from 'hono/html';
import type { Html, View } from '../view.ts';
import { wordsUnder } from '../words/words.ts';

/** Where files are dropped, and below it what becomes of each. */
export function dropZone({ say, language, visitor }: View): Html {
  if (!visitor.may.upload) return html`<p class="hint">${say('mayNotUpload')}</p>`;
  const words = { ...wordsUnder('upload.', language), ...wordsUnder('refused.', language) };
  return html`<section class="drop" data-drop data-words="${JSON.stringify(words)}" aria-label="${say('drop')}">
<noscript><p>${say('uploadNeedsScript')}</p></noscript>
<div class="zone" hidden>
<p>${say('drop')}</p>
<p><label class="button">${say('choose')}<input type="file" multiple accept="application/pdf,.pdf" class="files"></label>
<label class="button">${say('chooseFolder')}<input type="file" webkitdirectory class="folder"></label></p>
</div>
<div class="sent" hidden>
<h3>${say('uploads')}</h3>
<ul class="lines" aria-live="polite"></ul>
<p><button type="button" data-clear>${say('clear')}</button></p>
</div>
</section>`;
}

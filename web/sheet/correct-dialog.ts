import { html } from 'hono/html';
import type { Html, View } from '../view.ts';

/** The form that a correction is written in; a script opens it. */
export const correctDialog = ({ say }: View): Html =>
  html`<dialog class="correct" data-fails="${say('correct.fails')}" data-nothing="${say('correct.nothing')}" aria-labelledby="correct-title">
<form method="dialog">
<h2 id="correct-title">${say('correct.title')}</h2>
<p><span class="label">${say('correct.read')}</span> <q class="read"></q></p>
<p><label><input type="radio" name="verdict" value="wrong" checked> ${say('correct.wrong')}</label>
<label><input type="radio" name="verdict" value="right"> ${say('correct.right')}</label></p>
<p data-figure><label>${say('correct.value')}<br><input name="value" inputmode="decimal" autocomplete="off"></label></p>
<p data-words><label>${say('correct.text')}<br><textarea name="text" rows="3" maxlength="10000"></textarea></label></p>
<p><label>${say('correct.reason')}<br><textarea name="reason" rows="2" required maxlength="10000"></textarea></label></p>
<p role="alert"></p>
<p><button value="send">${say('correct.send')}</button> <button type="button" data-cancel>${say('correct.cancel')}</button></p>
</form>
</dialog>`;

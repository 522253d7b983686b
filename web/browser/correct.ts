import { spotsOf } from './spots.ts';

/** What stands before the API's addresses here. */
const API = document.documentElement.dataset['api'] ?? '';

/** Offers to correct what was chosen last, and to take corrections back. */
function start(dialog: HTMLDialogElement, button: HTMLButtonElement): void {
  const form = part(dialog, 'form') as HTMLFormElement;
  const alert = part(dialog, '[role=alert]');
  let chosen: HTMLElement | undefined;

  document.addEventListener('chosen', (event) => {
    const { target } = event;
    chosen = target instanceof HTMLElement && target.dataset['field'] ? target : undefined;
    button.hidden = chosen === undefined;
  });
  button.addEventListener('click', () => {
    if (!chosen) return;
    form.reset();
    alert.textContent = '';
    part(dialog, '.read').textContent = readOf(chosen);
    part(dialog, '[data-figure]').hidden = chosen.dataset['value'] === undefined;
    dialog.showModal();
  });
  part(dialog, '[data-cancel]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => button.focus());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [at] = chosen ? spotsOf(chosen) : [];
    if (!chosen || !at) return;
    const said = saidIn(new FormData(form), chosen);
    if (!said) {
      alert.textContent = dialog.dataset['nothing'] ?? '';
      return;
    }
    const sheetId = document.querySelector<HTMLElement>('[data-sheet]')?.dataset['sheet'];
    const body = { sheetId, at, field: chosen.dataset['field'], read: readOf(chosen), ...said };
    const why = await write('POST', `${API}/v1/corrections`, body);
    if (why === null) location.reload();
    else alert.textContent = (dialog.dataset['fails'] ?? '').replace('{why}', why);
  });
}

const readOf = (element: HTMLElement): string =>
  element.dataset['read'] ?? element.textContent ?? '';

/** Figure, text and reason as they are sent; undefined where there is nothing to send. */
function saidIn(data: FormData, element: HTMLElement): object | undefined {
  const { dataset } = element;
  const field = (name: string) => String(data.get(name) ?? '').trim();
  const isFigure = dataset['value'] !== undefined;
  const reason = field('reason');
  if (field('verdict') === 'right') {
    const text = readOf(element);
    const value = dataset['value'] ? Number(dataset['value']) : null;
    return { text, ...(isFigure && { value }), reason };
  }
  const text = field('text') || null;
  const digits = field('value').normalize('NFKC').replaceAll(',', '');
  if (!isFigure) return text === null ? undefined : { text, reason };
  if (Number.isNaN(Number(digits))) return undefined;
  return { text, value: digits === '' ? null : Number(digits), reason };
}

/** @returns null where it was done, else why not */
async function write(method: string, address: string, body?: object): Promise<string | null> {
  try {
    const response = await fetch(address, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (response.ok) return null;
    const { detail } = (await response.json().catch(() => ({}))) as { detail?: string };
    return detail ?? String(response.status);
  } catch (error) {
    return String(error);
  }
}

function part(within: ParentNode, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-take-back]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const id = encodeURIComponent(button.dataset['takeBack'] ?? '');
    const why = await write('DELETE', `${API}/v1/corrections/${id}`);
    if (why === null) location.reload();
    else button.textContent = why;
  });
}

const dialog = document.querySelector<HTMLDialogElement>('dialog.correct');
const button = document.querySelector<HTMLButtonElement>('[data-correct]');
if (dialog && button) start(dialog, button);

import { aroundAll, elementAt, placeInHash, type Spot, spotHash, spotsOf } from './spots.ts';
import type { Viewer } from './viewer.ts';

/** From this width on the paper has its place beside the record. */
const BESIDE = matchMedia('(min-width: 60rem)');

function start(pane: HTMLElement, record: HTMLElement): void {
  const { pdf = '', first = '1', worker = '', pdfjs = '', style = '' } = pane.dataset;
  const told = part(pane, '[role=status]');
  const container = part(pane, '.view') as HTMLDivElement;
  const opener = part(document, '[data-open]');
  let opened: Promise<Viewer> | undefined;
  let returnTo: HTMLElement | undefined;
  let chosen: HTMLElement | undefined;

  const say = (text = '') => {
    told.textContent = text;
  };

  const open = (): Promise<Viewer> => {
    pane.dataset['state'] = 'open';
    container.hidden = false;
    opener.hidden = true;
    if (!opened) {
      say(pane.dataset['waits']);
      opened = load();
      opened.catch(() => {
        say(pane.dataset['fails']);
        container.hidden = true;
        opened = undefined;
      });
    }
    return opened;
  };

  const load = async (): Promise<Viewer> => {
    const { openViewer } = await import('./viewer.ts');
    const viewer = await openViewer({
      ...{ container, worker, style, url: pdf, files: pdfjs },
      onClick: (page, x, y) => {
        const found = elementAt(record.querySelectorAll<HTMLElement>('[data-at]'), page, x, y);
        if (!found) return;
        go(found.element, hashFor(found.element, found.spot));
        reveal(found.element);
        found.element.focus({ preventScroll: true });
      },
      onPage: markPage,
    });
    say();
    viewer.goTo(Number(first));
    return viewer;
  };

  const markPage = (page: number) => {
    for (const link of pane.querySelectorAll<HTMLElement>('[data-page]')) {
      if (Number(link.dataset['page']) === page) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };

  const frame = async (spots: readonly Spot[], element?: HTMLElement): Promise<void> => {
    chosen?.classList.remove('chosen');
    chosen = element;
    chosen?.classList.add('chosen');
    (element ?? document).dispatchEvent(new Event('chosen', { bubbles: true }));
    const [spot] = spots;
    if (!spot) return;
    const viewer = await open();
    // On a phone the paper may have come up over it.
    if (!BESIDE.matches) element?.scrollIntoView({ block: 'start' });
    await viewer.frame(spots);
    say(pane.dataset['framed']?.replace('{n}', String(spot.page)));
  };

  /** Frames what the address names, once it is in the history. */
  const go = (element: HTMLElement, hash: string): void => {
    if (location.hash !== hash) history.pushState(null, '', hash);
    void frame(spotsOf(element), element).catch(() => {});
  };

  const followHash = async (): Promise<void> => {
    const { hash } = location;
    const place = placeInHash(hash);
    if (place?.spot) {
      const wanted = spotHash(place.spot);
      const element = [...record.querySelectorAll<HTMLElement>('[data-at]')].find((one) =>
        spotsOf(one).some((spot) => spotHash(spot) === wanted),
      );
      if (element) reveal(element);
      return frame(element ? spotsOf(element) : [place.spot], element);
    }
    if (place) return (await open()).goTo(place.page);
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target || !record.contains(target)) return;
    const own = spotsOf(target);
    if (own.length > 0) return frame(own, target);
    const inside = [...target.querySelectorAll<HTMLElement>('[data-at]')].flatMap(spotsOf);
    const around = aroundAll(inside);
    if (around) await frame([around]);
  };

  const close = (): void => {
    pane.dataset['state'] = 'closed';
    opener.hidden = false;
    returnTo?.focus();
  };

  record.addEventListener('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-at]');
    const [spot] = element ? spotsOf(element) : [];
    if (!element || !spot || isForElsewhere(event)) return;
    event.preventDefault();
    returnTo = element;
    go(element, hashFor(element, spot));
  });
  pane.addEventListener('click', (event) => {
    const target = event.target as Element;
    const page = target.closest<HTMLElement>('[data-page]')?.dataset['page'];
    if (page && !isForElsewhere(event)) {
      event.preventDefault();
      history.pushState(null, '', `#p${page}`);
      void followHash().catch(() => {});
    }
    const how = target.closest<HTMLElement>('[data-zoom]')?.dataset['zoom'];
    if (how) void open().then((viewer) => viewer.zoom(how as 'in' | 'out' | 'fit'));
    if (target.closest('[data-close]')) close();
  });
  opener.addEventListener('click', () => {
    returnTo = opener;
    pane.focus();
    void open().catch(() => {});
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !BESIDE.matches && pane.dataset['state'] === 'open') close();
  });
  window.addEventListener('popstate', () => void followHash().catch(() => {}));
  window.addEventListener('hashchange', () => void followHash().catch(() => {}));

  pane.dataset['state'] = 'closed';
  part(pane, '.tools').hidden = false;
  opener.hidden = false;
  if (BESIDE.matches) void whenIdle(() => open().catch(() => {}));
  void followHash().catch(() => {});
}

/** The element's own name where it has one, else its place. */
const hashFor = (element: HTMLElement, spot: Spot): string =>
  element.id ? `#${element.id}` : spotHash(spot);

/** A click that asks for a new tab, a download or a menu stays what it is. */
const isForElsewhere = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;

/** Into view, with what it is folded into opened. */
function reveal(element: HTMLElement): void {
  const folded = element.closest('details');
  if (folded) folded.open = true;
  element.scrollIntoView({ block: 'center' });
}

function part(within: ParentNode, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** After the first picture of the page. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 100);
};

const pane = document.querySelector<HTMLElement>('.paper');
const record = document.querySelector<HTMLElement>('.record');
if (pane && record) start(pane, record);

import { z } from '@hono/zod-openapi';
import { publisherByCode } from '../../../parsers/publishers/publishers.ts';
import type { ListedSheet } from '../../domain/summary.ts';
import type { PageRequest } from '../../store/lists.ts';
import type { Store } from '../../store/store.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage, wholeBySaying } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import { addWholeList } from '../whole-list.ts';

const PublisherView = z
  .object({
    publisher: z.string().meta({ description: 'slug, as `publisher=` of every list takes it' }),
    publisherCode: z
      .string()
      .nullable()
      .meta({ description: '全国地方公共団体コード; null where there is none' }),
    publisherName: z
      .string()
      .nullable()
      .meta({ description: 'as the table of governments has it, else as the sheets print it' }),
    sheetCount: z.int(),
    firstFiscalYear: z.int().meta({ description: 'the earliest that its sheets evaluate' }),
    lastFiscalYear: z.int(),
    programs: z.array(z.string()).meta({ description: 'slugs, as `program=` takes them' }),
  })
  .meta({ id: 'Publisher' });
type PublisherView = z.infer<typeof PublisherView>;

export const addPublishers = (app: Api, ports: QueryPorts) =>
  addWholeList(app, ports, {
    path: '/v1/publishers',
    operationId: 'listPublishers',
    tag: 'Sheets',
    summary: 'Whose sheets there are, of which years and programs',
    description: 'Publishers by slug',
    filters: {},
    item: PublisherView,
    row: PublisherView,
    formats: TABLES,
    page: async (_, request) => pageOf(await publishersIn(ports.store), request),
    whole: () =>
      wholeBySaying(async function* () {
        yield await publishersIn(ports.store);
      }),
  });

async function publishersIn(store: Store): Promise<PublisherView[]> {
  const bySlug = new Map<string, ListedSheet[]>();
  for await (const sheets of everyPage((request) => store.sheets({}, request))) {
    for (const sheet of sheets) {
      bySlug.set(sheet.publisher, [...(bySlug.get(sheet.publisher) ?? []), sheet]);
    }
  }
  const views = [...bySlug].map(async ([slug, sheets]) =>
    viewOf(slug, sheets, await nameOf(store, slug, sheets)),
  );
  return (await Promise.all(views)).toSorted(bySlugs);
}

/** As the table of governments has it, else as the sheets print it. */
async function nameOf(store: Store, slug: string, [first]: readonly ListedSheet[]) {
  const known = publisherByCode(slug);
  if (known || !first) return { code: known?.code ?? null, name: known?.name ?? null };
  return { code: null, name: (await store.sheet(first.id))?.publisherName ?? null };
}

function viewOf(
  publisher: string,
  sheets: readonly ListedSheet[],
  { code, name }: Awaited<ReturnType<typeof nameOf>>,
): PublisherView {
  const years = sheets.map(({ fiscalYear }) => fiscalYear);
  const programs = new Set(sheets.flatMap(({ program }) => program ?? []));
  return {
    publisher,
    publisherCode: code,
    publisherName: name,
    sheetCount: sheets.length,
    firstFiscalYear: Math.min(...years),
    lastFiscalYear: Math.max(...years),
    programs: [...programs].toSorted(),
  };
}

const bySlugs = (a: PublisherView, b: PublisherView) => (a.publisher < b.publisher ? -1 : 1);

function pageOf(all: readonly PublisherView[], { after = '', limit }: PageRequest) {
  const left = all.filter(({ publisher }) => publisher > after);
  const items = left.slice(0, limit);
  return { items, next: left.length > limit ? (items.at(-1)?.publisher ?? null) : null };
}

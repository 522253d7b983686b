import { PUBLISHERS, type Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';

/** The publisher's name on a line of its own above the title, where the style has it there. */
export function publisherLine(flow: Flow, { format }: Sheet): void {
  const { publisher, cell } = flow.style;
  if (publisher === 'left' || publisher === 'right') {
    flow.paragraph(PUBLISHERS[format].name, { align: publisher, size: cell });
  }
}

/** A title line, behind the publisher's name where the style has it there. */
export const withPublisher = ({ style }: Flow, { format }: Sheet, title: string): string =>
  style.publisher === 'title' ? `${PUBLISHERS[format].name}　${title}` : title;

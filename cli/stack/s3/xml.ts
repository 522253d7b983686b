import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { S3Error } from './errors.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });

// Texts stay as they are: a key may look like a number or begin with a space.
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'Object' || name === 'Part',
});

export type XmlContent = Readonly<Record<string, unknown>>;

export const toXml = (root: string, content: XmlContent, attributes: XmlContent = NAMESPACE) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: { ...attributes, ...content } })}`;

const NAMESPACE = { '@xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/' };

/** @throws S3Error MalformedXML, also where the root is another */
export function fromXml(root: string, text: string): unknown {
  if (XMLValidator.validate(text) !== true) throw malformedXml();
  const document: unknown = parser.parse(text);
  if (typeof document !== 'object' || document === null || !(root in document)) {
    throw malformedXml();
  }
  return (document as Record<string, unknown>)[root];
}

export const malformedXml = (): S3Error =>
  new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.');

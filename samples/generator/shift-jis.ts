/** Characters of Windows' code page 932, found by decoding every code. */
const CODES: ReadonlyMap<string, string> = (() => {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, string>();
  const learn = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const code = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!character.includes('\ufffd') && !codes.has(character)) codes.set(character, code);
  };
  for (let byte = 0x20; byte < 0xe0; byte++) if (byte < 0x7f || byte > 0xa0) learn(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) learn(lead, trail);
  }
  return codes;
})();

/** Characters that code page 932 has only under a neighbouring code point. */
const NEIGHBOURS: Readonly<Record<string, string>> = { '—': '―', '〜': '～', '−': '－' };

/** The text's code in hexadecimal digits. */
export function shiftJis(text: string): string {
  return Array.from(text, (character) => {
    const code = CODES.get(character) ?? CODES.get(NEIGHBOURS[character] ?? '');
    if (code === undefined) throw new Error(`not in code page 932: ${character}`);
    return code;
  }).join('');
}

/** Why the stack does not start, in a sentence that says what to do; nothing was begun. */
export class StackRefusal extends Error {
  readonly code: 'port-in-use' | 'data-in-use';

  constructor(code: StackRefusal['code'], message: string) {
    super(message);
    this.name = 'StackRefusal';
    this.code = code;
  }
}

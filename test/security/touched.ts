// Preloaded into a process and its threads: tells on stderr whenever they reach for the network, a program or a file to
// write. https://nodejs.org/api/cli.html#--importmodule
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Reach = (...given: never[]) => unknown;

function tell<K extends string>(owner: { [name in K]: Reach }, name: K): void {
  const before = owner[name];
  owner[name] = function (this: unknown, ...given: never[]) {
    fs.writeSync(2, `touched ${name}\n`);
    return before.apply(this, given);
  };
}

tell(net.Socket.prototype as never, 'connect');
tell(dns as never, 'lookup');
for (const name of ['spawn', 'exec', 'execFile', 'fork']) tell(childProcess as never, name);
for (const name of ['writeFile', 'writeFileSync', 'createWriteStream', 'appendFile']) {
  tell(fs as never, name);
}
syncBuiltinESMExports();

import { after, before, describe } from 'node:test';
import { addresses } from './addresses.ts';
import { correcting } from './correcting.ts';
import { geometry } from './geometry.ts';
import { history } from './history.ts';
import { keyboard } from './keyboard.ts';
import { measures } from './measures.ts';
import { places } from './places.ts';
import { printing } from './printing.ts';
import { signingIn } from './signing-in.ts';
import { uploads } from './uploads.ts';
import { openWorld, type World } from './world.ts';

let opened: World;
before(async () => {
  opened = await openWorld();
});
after(() => opened.close());

const world = () => opened;
describe('addresses', () => addresses(world));
describe('places', () => places(world));
describe('the keyboard', () => keyboard(world));
describe('back and forward', () => history(world));
describe('correcting', () => correcting(world));
describe('print', () => printing(world));
describe('measures', () => measures(world));
describe('signing in', signingIn);
// Last: the samples go when the first file of somebody's own comes.
describe('uploads', () => uploads(world));
describe('geometry', () => geometry(world));

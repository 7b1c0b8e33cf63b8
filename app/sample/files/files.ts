import type { SampleFile } from '../shape.ts'
import { planOf } from './drawing.ts'
import { pdfOf } from './pdf.ts'

const pdf = (name: string, lines: string[]): SampleFile => ({ name, content: () => Promise.resolve(pdfOf(lines)) })
const table = (name: string, rows: string[]): SampleFile => ({
  name,
  content: () => Promise.resolve(new TextEncoder().encode(`\ufeff${rows.join('\r\n')}\r\n`)),
})

/** What is attached to posts and comments of the sample company. */
export const files = {
  sitePlan: {
    name: 'Fourth floor before the work.png',
    content: () =>
      planOf('Ferry House, fourth floor', [
        { name: 'North wing', at: [40, 90, 420, 230], colour: '#dfe8df' },
        { name: 'Library', at: [480, 90, 220, 230], colour: '#e8dfcf' },
        { name: 'Quiet rooms', at: [720, 90, 240, 510], colour: '#d7e3ea' },
        { name: 'Lobby', at: [40, 340, 660, 260], colour: '#efe9d8' },
      ]),
  },
  roomList: table('Rooms of the fourth floor.csv', [
    'Room;Wing;m²',
    'Library;north;46',
    'Quiet room 1;west;12',
    'Quiet room 2;west;12',
    'Lobby;south;88',
  ]),
  networkDrawings: pdf('Network drawings, floor 4, checked.pdf', [
    'Ferry House: network drawings, fourth floor',
    'Checked by Acme.',
    '1. The meeting room by the stairs needs a second socket under the table.',
    '2. The door of the rack room opens outwards.',
    'With these two changes the set is approved.',
  ]),
  lobbyNotes: pdf('Notes from the lobby.pdf', [
    'Trial desk, notes from the lobby',
    'Eleven people sat at it.',
    'All of them looked for a hook for the bag.',
  ]),
  costs: table('Hooks and second socket.csv', [
    'Item;Pieces;Euro',
    'Hook for the bag;140;1960',
    'Second socket;1;1140',
    'Together;;3100',
  ]),
  reserve: table('Reserve.csv', ['Project;Euro', 'Ferry House;18000']),
  waybill: pdf('List przewozowy – półki, Praga.pdf', [
    'List przewozowy',
    'Nadawca: Orlanta, Warszawa',
    'Odbiorca: Praga Polnoc',
    'Bez uwag.',
  ]),
  portSlots: table('Slots at the port.csv', ['Day;Hour;Lorry', 'Monday;05:00;1', 'Tuesday;05:00;2']),
} satisfies Record<string, SampleFile>

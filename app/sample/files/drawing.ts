interface Room {
  name: string
  /** Left, top, width, height. */
  at: [number, number, number, number]
  colour: string
}

/** A floor plan as a picture: rooms with their names. */
export async function planOf(title: string, rooms: Room[]): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = rooms.map(
    ({ name, at: [x, y, width, height], colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" stroke="#3b4a45" stroke-width="5"/>
       <text x="${x + width / 2}" y="${y + height / 2 + 8}" font-size="24" text-anchor="middle" fill="#26302d">${name}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640" font-family="sans-serif">
    <rect width="1000" height="640" fill="#f6f4ee"/><text x="40" y="56" font-size="30" fill="#26302d">${title}</text>${drawn.join('')}</svg>`
  const { default: sharp } = await import('sharp')
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}

import sharp from "sharp";

/** A photo of a plaque, as a person would choose it from a disk: letters on brass, which tell up from down. */
export async function plaque(name = "The plaque.jpeg") {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="1200">
    <rect width="1800" height="1200" fill="#3b2a1a"/>
    <rect x="180" y="140" width="1440" height="920" rx="30" fill="#c9a24b"/>
    <rect x="220" y="180" width="1360" height="840" rx="20" fill="none" stroke="#5b4213" stroke-width="10"/>
    <text x="900" y="560" font-size="150" text-anchor="middle" fill="#3b2a1a" font-family="serif">In gratitude</text>
    <text x="900" y="760" font-size="90" text-anchor="middle" fill="#3b2a1a" font-family="serif">for work against bonded labour</text>
  </svg>`;
  const buffer = await sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

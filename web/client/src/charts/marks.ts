// Event marks: one glyph per kind, the same on every chart.

export const GLYPHS: Record<string, string> = {
  pin: 'path://M4 0h8v2l-2 3v4l3 3H9v6l-1 2-1-2v-6H3l3-3V5L4 2z',
  coupon: 'path://M0 3h16v4a2 2 0 0 0 0 4v4H0v-4a2 2 0 0 0 0-4z',
  flash: 'path://M9 0L2 10h4l-2 8 8-11H8z',
  bag: 'path://M3 6h10l2 12H1zM5 6a3 4 0 0 1 6 0z',
  boost: 'path://M8 0l7 8h-4v10H5V8H1z',
  teaser: 'path://M2 1l13 8-13 8z',
  shock: 'path://M8 0l2 6h6l-5 4 2 8-5-5-5 5 2-8-5-4h6z',
  penalty: 'path://M3 0l5 5 5-5 3 3-5 5 5 5-3 3-5-5-5 5-3-3 5-5-5-5z',
  stock: 'path://M0 5l8-4 8 4v9l-8 4-8-4z',
}

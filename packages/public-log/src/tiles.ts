export { formatEntryBundle, longestEntry, parseEntryBundle } from "./tiles/entry-bundle.ts";
export { proveConsistency, proveInclusion, readEntries } from "./tiles/prove-from-tiles.ts";
export type { ReadTile, TileRefusal } from "./tiles/read-tiles.ts";
export { edgeRoot, emptyEdge, growBundles, growEdge, type TileEdge, type WrittenTile } from "./tiles/tile-edge.ts";
export { fullTile, parseTilePath, type Tile, tilePath, tilesOfGrowth, tileWidth } from "./tiles/tile-path.ts";
export {
  edgeOf,
  openTileTree,
  readCheckedEntries,
  readCheckedHashes,
  type TileSource,
  type TileTree,
  type TreeRefusal,
} from "./tiles/tile-tree.ts";

// Checks a log in a folder with golang.org/x/mod/sumdb alone. Usage: check-log FOLDER VKEY. Says size and root, or what is wrong.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

// The library's tiles are called tile/8/0/000; C2SP leaves the height out.
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		bytes, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func check(dir, vkey string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	signed, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return err
	}
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || lines[0] != verifier.Name() {
		return fmt.Errorf("not this log's checkpoint")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	tree := tlog.Tree{N: size, Hash: root}
	reader := tlog.TileHashReader(tree, folder(dir))
	for index := int64(0); index < size; {
		path := strings.TrimPrefix(tlog.Tile{H: 8, L: 0, N: index / 256, W: int(min(256, size-index))}.Path(), "tile/8/0/")
		bundle, err := os.ReadFile(filepath.Join(dir, "tile/entries", path))
		if err != nil {
			return err
		}
		var indexes []int64
		var leaves []tlog.Hash
		for len(bundle) >= 2 {
			length := int(binary.BigEndian.Uint16(bundle))
			leaves = append(leaves, tlog.RecordHash(bundle[2:2+length]))
			indexes = append(indexes, tlog.StoredHashIndex(0, index))
			bundle = bundle[2+length:]
			index++
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, hash := range hashes {
			if hash != leaves[i] {
				return fmt.Errorf("wrong: tile/entries/%s", path)
			}
		}
		last := len(leaves) - 1
		proof, err := tlog.ProveRecord(size, index-1, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, size, root, index-1, leaves[last]); err != nil {
			return err
		}
	}
	if size == 0 {
		if empty, err := tlog.TreeHash(0, nil); err != nil || empty != root {
			return fmt.Errorf("an empty tree with a root: %v", err)
		}
	}
	fmt.Println(size, root)
	return nil
}

func main() {
	if err := check(os.Args[1], os.Args[2]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

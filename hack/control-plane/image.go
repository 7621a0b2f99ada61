package main

import (
	"archive/tar"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/distribution/reference"
	"github.com/spf13/pflag"
)

// imageConfig is the part of an image that says how to run it.
type imageConfig struct {
	User       string   `json:",omitempty"`
	Env        []string `json:",omitempty"`
	Entrypoint []string `json:",omitempty"`
	Cmd        []string `json:",omitempty"`
	WorkingDir string   `json:",omitempty"`
}

const defaultPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// image is the sub-command: a docker archive from a directory.
func image(args []string) error {
	config := imageConfig{}
	f := pflag.NewFlagSet("image", pflag.ContinueOnError)
	f.StringVar(&config.User, "user", "", "uid[:gid] the entrypoint runs as")
	f.StringVar(&config.WorkingDir, "workdir", "", "where the entrypoint starts")
	f.StringArrayVar(&config.Env, "env", []string{defaultPath}, "NAME=value, repeatable")
	f.Usage = func() {
		fmt.Printf("usage: %s image [flags] NAME ROOTFS OUT.tar [-- ENTRYPOINT...]\n\n%s", program, f.FlagUsages())
	}
	if err := f.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return nil
		}
		return exitCode{2, err}
	}
	if f.NArg() < 3 {
		return exitCode{2, errors.New("image needs NAME ROOTFS OUT.tar")}
	}
	config.Entrypoint = f.Args()[3:]
	return writeImage(f.Arg(0), f.Arg(1), f.Arg(2), config)
}

// writeImage makes an image of one layer: layer, config and manifest in a tar file.
func writeImage(name, rootfs, out string, config imageConfig) (err error) {
	named, err := reference.ParseDockerRef(name) // busybox:1.28 is docker.io/library/busybox:1.28
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	layer, err := os.CreateTemp(filepath.Dir(out), ".layer")
	if err != nil {
		return err
	}
	defer os.Remove(layer.Name())
	defer layer.Close()
	sum := sha256.New()
	if err := writeLayer(rootfs, io.MultiWriter(layer, sum)); err != nil {
		return err
	}
	digest := fmt.Sprintf("%x", sum.Sum(nil))

	configJSON, err := json.Marshal(map[string]any{
		"architecture": runtime.GOARCH, "os": "linux", "config": config,
		"rootfs": map[string]any{"type": "layers", "diff_ids": []string{"sha256:" + digest}},
	})
	if err != nil {
		return err
	}
	configName := fmt.Sprintf("%x.json", sha256.Sum256(configJSON))
	manifest, err := json.Marshal([]map[string]any{{
		"Config": configName, "RepoTags": []string{named.String()}, "Layers": []string{digest + "/layer.tar"},
	}})
	if err != nil {
		return err
	}

	archive, err := os.Create(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	writer := tar.NewWriter(archive)
	size, err := layer.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if _, err := layer.Seek(0, io.SeekStart); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		size int64
		from io.Reader
	}{
		{digest + "/layer.tar", size, layer},
		{configName, int64(len(configJSON)), strings.NewReader(string(configJSON))},
		{"manifest.json", int64(len(manifest)), strings.NewReader(string(manifest))},
	} {
		if err := writer.WriteHeader(&tar.Header{Name: file.name, Mode: 0o644, Size: file.size}); err != nil {
			return err
		}
		if _, err := io.Copy(writer, file.from); err != nil {
			return err
		}
	}
	return writer.Close()
}

// writeLayer packs a directory with its owners, modes and links.
func writeLayer(rootfs string, out io.Writer) error {
	writer := tar.NewWriter(out)
	seen := map[uint64]string{} // hard links
	err := filepath.WalkDir(rootfs, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == rootfs {
			return err
		}
		info, err := entry.Info()
		if err != nil || info.Mode()&fs.ModeSocket != 0 {
			return err
		}
		target := ""
		if info.Mode()&fs.ModeSymlink != 0 {
			if target, err = os.Readlink(path); err != nil {
				return err
			}
		}
		header, err := tar.FileInfoHeader(info, target)
		if err != nil {
			return err
		}
		if header.Name, err = filepath.Rel(rootfs, path); err != nil {
			return err
		}
		header.Uname, header.Gname = "", ""
		// the format would round it, and Java's caches want the seconds that their jars had
		header.ModTime = header.ModTime.Truncate(time.Second)
		if stat, ok := info.Sys().(*syscall.Stat_t); ok && info.Mode().IsRegular() && stat.Nlink > 1 {
			if first, again := seen[stat.Ino]; again {
				header.Typeflag, header.Linkname, header.Size = tar.TypeLink, first, 0
			} else {
				seen[stat.Ino] = header.Name
			}
		}
		if err := writer.WriteHeader(header); err != nil || header.Typeflag != tar.TypeReg {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		_, err = io.Copy(writer, file)
		return err
	})
	if err != nil {
		return err
	}
	return writer.Close()
}

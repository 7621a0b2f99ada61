package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const busyboxImage = "busybox:1.28" // the one the examples name

// importBaseImages makes what no registry has to give: the sandboxes' pause and a busybox, from Debian's static one.
func importBaseImages() error {
	rootfs := nodeDir + "/busybox"
	if err := makeBusybox(rootfs); err != nil {
		return err
	}
	defer os.RemoveAll(rootfs)
	for name, config := range map[string]imageConfig{
		pauseImage:   {Entrypoint: []string{"/bin/sleep", "infinity"}},
		busyboxImage: {Cmd: []string{"sh"}, Env: []string{defaultPath}},
	} {
		archive := nodeDir + "/image.tar"
		if err := writeImage(name, rootfs, archive, config); err != nil {
			return err
		}
		if err := importImage(archive); err != nil {
			return err
		}
		if err := os.Remove(archive); err != nil {
			return err
		}
	}
	return nil
}

// makeBusybox is a root file system: one binary and a link for each of its applets.
func makeBusybox(root string) error {
	path, err := exec.LookPath("busybox")
	if err != nil {
		return err
	}
	binary, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	applets, err := exec.Command(path, "--list").Output()
	if err != nil {
		return fmt.Errorf("%s --list: %w", path, err)
	}
	for _, dir := range []string{"bin", "usr/bin", "etc", "dev", "proc", "sys", "root", "home", "var", "tmp"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			return err
		}
	}
	failed := errors.Join(
		os.Chmod(root, 0o755),
		os.Chmod(filepath.Join(root, "tmp"), 0o777|os.ModeSticky),
		os.WriteFile(filepath.Join(root, "bin/busybox"), binary, 0o755),
		os.WriteFile(filepath.Join(root, "etc/passwd"), []byte("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n"), 0o644),
		os.WriteFile(filepath.Join(root, "etc/group"), []byte("root:x:0:\nnogroup:x:65534:\n"), 0o644),
		os.Symlink("/bin/env", filepath.Join(root, "usr/bin/env")),
	)
	for _, applet := range strings.Fields(string(applets)) {
		if applet != "busybox" {
			failed = errors.Join(failed, os.Symlink("busybox", filepath.Join(root, "bin", applet)))
		}
	}
	return failed
}

// importArchive is the sub-command "import".
func importArchive(args []string) error {
	if len(args) != 2 {
		return exitCode{2, fmt.Errorf("usage: %s import DIR X.tar", program)}
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	if owner, err := os.ReadFile(nodeDir + "/owner"); err != nil || string(owner) != dir {
		return fmt.Errorf("no real node in %s, \"up --node\" starts one", dir)
	}
	return importImage(args[1])
}

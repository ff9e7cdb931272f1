#!/bin/sh
# Installs what the browser test needs into the folder given: Debian's chromium with the libraries that are
# missing here, and playwright-core and axe-core from npm. Nothing outside the folder is changed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
if ! command -v chromium >/dev/null && [ ! -x root/usr/bin/chromium ]; then
    mkdir -p deb root
    packages=$(apt-get install -s --no-install-recommends chromium fonts-dejavu-core | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
    (cd deb && apt-get download $packages)
    for package in deb/*.deb; do
        dpkg-deb -x "$package" root
    done
    rm -r deb
fi
if command -v chromium >/dev/null; then
    ln -sf "$(command -v chromium)" chromium
else
    cat >chromium <<EOF
#!/bin/sh
libraries=$PWD/root/usr/lib/\$(uname -m)-linux-gnu
export LD_LIBRARY_PATH=\$libraries:\$libraries/pulseaudio
if [ -d $PWD/root/etc/fonts ]; then export FONTCONFIG_SYSROOT=$PWD/root; fi
exec $PWD/root/usr/lib/chromium/chromium "\$@"
EOF
    chmod +x chromium
fi
cp "$here/package.json" "$here/package-lock.json" .
npm ci --no-audit --no-fund --ignore-scripts

const packages = ["jq", "git", "nginx", "chrony", "rsync", "unzip", "podman", "haproxy", "tmux", "sysstat"];

type Draw = (bound: number) => number;

const installs = (draw: Draw, number: number): string => `      - name: Install${number}
        action: ExecuteBash
        timeoutSeconds: ${600 + draw(20) * 60}
        onFailure: Abort
        inputs:
          commands:
            - |
              set -euo pipefail
              read -r -a packages <<<'{{ Packages }}'
              # Names come from the parameter; an empty one is a mistake of the image.
              if [[ \${#packages[@]} -eq 0 ]]; then
                echo "no package is named" >&2
                exit 1
              fi
              for package in "\${packages[@]}"; do
                if ! rpm --query --quiet "$package"; then
                  dnf install --assumeyes "$package-${draw(9)}.${draw(20)}"
                fi
              done
`;

const configures = (draw: Draw, number: number): string => `      - name: Configure${number}
        action: ExecuteBash
        inputs:
          commands:
            - |
              set -euo pipefail
              install -d -m 0755 /etc/app-${number}
              cat >/etc/app-${number}/settings.conf <<'SETTINGS'
              listen = ${8000 + draw(1000)}
              workers = ${1 + draw(32)}
              user = "app"
              SETTINGS
              case "$(uname -m)" in
                x86_64) flavour=amd64 ;;
                aarch64) flavour=arm64 ;;
                *) echo "unknown machine" >&2; exit 1 ;;
              esac
              echo "flavour = \${flavour}" >>/etc/app-${number}/settings.conf
              chmod 0644 /etc/app-${number}/settings.conf
            - systemctl enable app-${number}
`;

const downloads = (draw: Draw, number: number): string => `      - name: Fetch${number}
        action: WebDownload
        maxAttempts: ${2 + draw(3)}
        inputs:
          - source: https://example.com/app-${draw(100)}/{{ Release }}.tar.gz
            destination: /tmp/app-${number}.tar.gz
      - name: Unpack${number}
        action: ExecuteBash
        inputs:
          commands:
            - tar --extract --gzip --file "{{ build.Fetch${number}.inputs[0].destination }}" --directory /opt
            - test -x /opt/app-${number}/bin/app && echo "unpacked {{ Release }}"
`;

const kinds = [installs, configures, downloads];

/** Returns a valid and unique component document of about 3 kB: a few steps as in real documents, and a test. */
export function documentText(name: string, draw: Draw): string {
  const steps = Array.from({ length: 3 }, (_, number) => (kinds[(number + draw(3)) % 3] ?? installs)(draw, number));
  const wanted = Array.from({ length: 3 }, () => packages[draw(packages.length)]).join(" ");
  return `name: ${name}
description: Installs and configures ${wanted} (${draw(2 ** 32)})
schemaVersion: "1.0"
parameters:
  - Packages:
      type: string
      default: ${wanted}
      description: Names of packages, separated by spaces
  - Release:
      type: string
      default: "${draw(9)}.${draw(30)}.${draw(30)}"
      description: What to fetch
phases:
  - name: build
    steps:
      - name: Begin
        action: ExecuteBash
        inputs:
          commands:
            - echo "{{ Release }} with {{ Packages }}"
${steps.join("")}  - name: test
    steps:
      - name: Answers
        action: ExecuteBash
        timeoutSeconds: 120
        inputs:
          commands:
            - |
              set -euo pipefail
              for attempt in 1 2 3; do
                if curl --fail --silent http://127.0.0.1:${8000 + draw(1000)}/health; then exit 0; fi
                sleep 5
              done
              echo "no answer" >&2
              exit 1
`;
}

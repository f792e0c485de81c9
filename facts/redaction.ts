import type { RedactionWords } from '../engine/api/index.ts';

/** Makers of systems, packages and protocols: their names stand in the files of every host. */
const publicHosts = words(`
  microsoft.com windows.net windows.com azure.com azure.net azureedge.net microsoftonline.com msftncsi.com
  msftconnecttest.com office.com office365.com live.com visualstudio.com azure-dns.com aka.ms akadns.net digicert.com
  alpinelinux.org arcolinux.info arcolinuxforum.com cachyos.org coreos.com elementary.io linuxmint.com manjaro.org
  nobaraproject.org rancher.com virtuozzo.com openvz.org xcp-ng.org gardenlinux.io cisco.com
  redhat.com fedoraproject.org centos.org almalinux.org rockylinux.org oracle.com scientificlinux.org
  ubuntu.com canonical.com launchpad.net snapcraft.io debian.org suse.com opensuse.org novell.com archlinux.org
  kernel.org gnu.org freedesktop.org gnome.org kde.org apache.org w3.org ietf.org iana.org openssh.com libssh.org
  openssl.org python.org perl.org cpan.org ruby-lang.org rubygems.org nodejs.org npmjs.com npmjs.org golang.org
  rust-lang.org crates.io php.net mozilla.org chromium.org google.com googleapis.com android.com github.com
  githubusercontent.com gitlab.com sourceforge.net docker.com docker.io quay.io k8s.io kubernetes.io amazon.com
  letsencrypt.org lencr.org verisign.com globalsign.com sectigo.com entrust.net clamav.net elastic.co nginx.org
  nginx.com isc.org samba.org postgresql.org mysql.com mariadb.org redis.io mongodb.org vmware.com intel.com amd.com
  amazonlinux.com trendmicro.com crowdstrike.com sophos.com mcafee.com trellix.com broadcom.com symantec.com sentinelone.net
  netfilter.org rsyslog.com systemd.io bugzilla.org wikipedia.org example.com example.org example.net
  ntp.org pool.ntp.org zlib.net libvirt.org qemu.org xmlsoap.org oasis-open.org opengroup.org osbuild.org
`);

/** Users that systems, packages and clouds bring, on most hosts below 1000. */
const systemUsers = words(`
  root bin daemon adm lp sync shutdown halt mail news uucp operator games gopher ftp nobody nogroup man proxy
  www-data www backup list irc gnats libuuid syslog messagebus dbus avahi avahi-autoipd colord cups cups-pk-helper
  geoclue gdm gnome-initial-setup hplip kernoops lightdm nm-openvpn nm-openconnect polkitd polkituser pulse rtkit
  saned sddm speech-dispatcher whoopsie usbmux tss tcpdump uuidd landscape pollinate fwupd-refresh systemd-bus-proxy
  systemd-coredump systemd-network systemd-resolve systemd-timesync systemd-oom systemd-journal-remote _apt sshd
  sssd abrt chrony ntp ntpd postfix postdrop dnsmasq rpc rpcuser rpcbind statd nfsnobody nslcd nscd unbound named
  bind apache httpd nginx tomcat mysql mariadb postgres redis mongodb memcached rabbitmq elasticsearch kibana
  zabbix nagios prometheus grafana clamav clamupdate clamscan clamilt virusgroup amavis mdatp mde omsagent omi
  oprofile ossec wazuh falcon fapolicyd setroubleshoot insights cockpit-ws cockpit-wsinstance gluster
  qemu libvirt-qemu libvirt-dbus radvd saslauth tape ldap sapadm sapsys haldaemon pesign stapunpriv stapsys
  stapusr unscd vnc wwwrun suse-ncc flatpak lxd docker containerd dhcpd dhcp telegraf collectd puppet chef
  audio video cdrom dip plugdev staff users sudo wheel admin ec2-user azureuser centos ubuntu debian cloud-user
  vagrant opc core systemd-private ansible guest user username anonymous test
`);

/** Words that name hosts and users here, and something else there. */
const everydayWords = words(`
  server host linux localhost debian ubuntu centos redhat fedora suse oracle rocky alma amazon web web1 db db1 mail
  proxy node node1 master worker agent client main primary secondary backup data app apps dev prod test testing stage
  staging demo lab build builder runner jenkins gitlab docker kube kubernetes rancher swarm etcd consul vault nomad
  admin administrator user users guest service services system root default deploy deployer operator monitor
  monitoring logs syslog storage cache queue search index gateway router switch firewall bastion jump vpn dns ntp ldap
  nfs ftp smtp imap http https www api auth login portal frontend backend database mysql postgres mongo redis kafka
  spark hadoop elastic kibana grafana prometheus zabbix nagios ansible puppet chef terraform vagrant azure cloud local
  home work office server1 machine computer desktop laptop workstation virtual vmware example sample bundle audit
  defender microsoft mdatp security update install package kernel memory process network python python3 perl ruby java
  tomcat nginx apache httpd oracle sapadm informix splunk nessus qualys tanium public private shared media student
  developer support manager sales marketing scanner report reports status health error errors value values
`);

/** What is this field of work's own of secrets and ids. */
export const redaction: RedactionWords = {
  publicHosts,
  systemUsers,
  everydayWords,
  labels: {
    ids: ['edr machine id', 'sense guid', 'machine guid', 'org id', 'azure resource id', 'aad device id'],
    blobs: ['onboarding info', 'onboarding blob', 'onboarding'],
  },
};

function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

"""A sealed folder: made, unlocked, changed, locked."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from tinydb import TinyDB

from app.vault import key_copies, opening
from app.vault.backing_up import Gathered, log_files
from app.vault.backup import Backup
from app.vault.backup_frames import Head
from app.vault.catalogue import Catalogue
from app.vault.checking import Check, check_folder
from app.vault.cost import Cost
from app.vault.disk import Disk
from app.vault.errors import Notice, VaultError
from app.vault.files import Files
from app.vault.folder import Folder
from app.vault.key_slot import DeviceKey, Passphrase, RecoveryKey
from app.vault.key_slots import KeySlots
from app.vault.lock import Held
from app.vault.marks import MARKS
from app.vault.pace import Stop
from app.vault.rotation import Progress, finish_rotation, rotate
from app.vault.salvage import Salvage
from app.vault.state import Tables


class Vault:
    """An open vault, closed to other processes until close(). Made by create() and unlock().

    It knows collections by opaque names, which do not begin with a dot, and nothing of what is in them. To be used by
    one thread at a time. After close() every use raises VaultError("locked").
    """

    def __init__(self, folder: Folder, held: Held, catalogue: Catalogue) -> None:
        self._folder = folder
        self._held = held
        self._catalogue: Catalogue | None = catalogue

    @staticmethod
    def exists(folder: Path, *, disk: Disk | None = None) -> bool:
        """Whether there is a vault in this folder: either copy of a key file."""
        return key_copies.exist(disk or Disk(), folder)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, disk: Disk | None = None, cost: Cost | None = None
    ) -> Self:
        """Make a vault and open it; its folder is made (0700) if need be. Blocks for one key derivation.

        VaultExists, VaultInUse, TooLittleMemory, DiskFull, or ReadOnly if the disk fails: then there is no vault.
        ValueError for a cost that no vault may have.
        """
        return cls(*opening.create(folder, passphrase, disk or Disk(), cost))

    @classmethod
    def unlock(
        cls, folder: Path, passphrase: str, *, to_read: bool = False, disk: Disk | None = None
    ) -> Self:
        """Open a vault, not its collections. Blocks for one key derivation per passphrase slot, of which there is one.

        NoVault, VaultDamaged, VaultUnsupported, VaultInUse, TooLittleMemory, WrongPassphrase: then the folder is as
        it was. Otherwise what an interrupted session left is tidied: both key files alike, a change whole.

        A folder where nothing can be written is a VaultError. With ``to_read`` a vault on a file system that is
        read-only is opened as it is: it is read_only, an interrupted change is shown whole, and nothing is tidied.
        """
        disk = disk or Disk()
        return cls(*opening.unlock(folder, Passphrase(passphrase, disk.least_cost), disk, to_read=to_read))

    @classmethod
    def unlock_with_recovery_key(
        cls, folder: Path, key: bytes, *, to_read: bool = False, disk: Disk | None = None
    ) -> Self:
        """Open a vault with the 16 bytes of its recovery key, at once. Errors as of unlock; WrongKey, ValueError."""
        return cls(*opening.unlock(folder, RecoveryKey(key), disk or Disk(), to_read=to_read))

    @classmethod
    def unlock_with_device_key(cls, folder: Path, key: bytes, *, disk: Disk | None = None) -> Self:
        """Open a vault with the 32 bytes that this device keeps for it, at once. Errors as of unlock; WrongKey, ValueError."""
        return cls(*opening.unlock(folder, DeviceKey(key), disk or Disk()))

    @property
    def place(self) -> Path:
        """The folder that it lies in."""
        return self._folder.path

    @property
    def disk(self) -> Disk:
        """The disk that it lies on."""
        return self._folder.disk

    @staticmethod
    def names_device_key(folder: Path, *, disk: Disk | None = None) -> bool:
        """Whether the key file says, unproven, that a device's key opens this vault; False where it cannot be read."""
        try:
            return key_copies.read(disk or Disk(), folder).sound[0].has_device_key()
        except (VaultError, OSError):
            return False

    @staticmethod
    def is_newer(folder: Path, *, disk: Disk | None = None) -> bool:
        """Whether a newer version made the vault in this folder; False where its key file cannot be read."""
        return key_copies.are_newer(disk or Disk(), folder)

    @staticmethod
    def id_in(folder: Path, *, disk: Disk | None = None) -> bytes | None:
        """The 16 bytes that the key file, unproven, names this vault by: no secret. None where it cannot be read."""
        try:
            return key_copies.read(disk or Disk(), folder).sound[0].vault_id
        except (VaultError, OSError):
            return None

    @property
    def read_only(self) -> bool:
        """Whether the whole vault takes no changes until it is opened again."""
        _ = self._open
        return self._folder.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was noticed about the files that were opened so far."""
        return tuple(self._open.notices)

    def collection(self, name: str) -> TinyDB:
        """Return a collection, the same object each time. It is opened now and has a file from its first write on.

        A damaged one has what is left, and whoever writes to it meets VaultDamaged. VaultUnsupported if its file is
        of a newer version; ValueError for a name that is empty, begins with a dot or has more than 200 characters.
        """
        return self._open.database(name)

    def collections(self, prefix: str = "") -> tuple[str, ...]:
        """Return the names of the collections that exist, sorted, without opening them. A missing one is among them."""
        return self._open.names(prefix)

    def refuse_newer(self, names: Iterable[str]) -> None:
        """VaultUnsupported if the file of one of these collections is of a newer version. Opens none of them."""
        self._open.refuse_newer(names)

    def tables(self, name: str) -> Tables:
        """Return the tables of a collection, not to be changed. One that is not open is read and not kept. Errors as of collection."""
        return self._open.look(name)[1]

    @contextmanager
    def visit(self) -> Iterator[None]:
        """Collections that are first opened within are let go where the block ends: of many, few are in memory.

        What was taken of them is locked then: take it anew. VaultError where it ends within a change.
        """
        before = self._open.opened()
        try:
            yield
        finally:
            self._require_rest()
            with suppress(VaultError):
                self._open.let_go(self._open.opened() - before)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Several writes as one: all are on disk when the block ends; none, nor in memory, if it raises.

        What is read within sees them. A block in another joins it; one that raises takes back its own writes, even
        where the outer one catches that and goes on. DiskFull and ReadOnly may be raised where the block ends.
        """
        with self._open.changes.block():
            yield

    def fold(self, name: str) -> None:
        """Rewrite a collection as one compressed state in two copies, under a new key. Deleted words leave its file.

        VaultError while a change is going on; else errors as of any write.
        """
        self._require_rest()
        self._open.fold(name)

    def folded(self, name: str, *, but_for: int = 0) -> bool:
        """Whether a collection is as fold() leaves it, as far as the marks know. Opens no collection.

        One that is open may have up to ``but_for`` frames besides. One that is damaged, or has no file, needs no
        folding. VaultError if its file cannot be read.
        """
        return self._open.folded(name, but_for)

    @property
    def files(self) -> Files:
        """The large files that documents name. Not to be used in a change."""
        self._require_rest()
        return Files(self._folder, self._open)

    @property
    def salvage(self) -> Salvage:
        """What can be done about damage. Not to be used in a change."""
        self._require_rest()
        return Salvage(self._folder, self._open)

    def summary(self, name: str) -> Any:
        """Return what summarise() was given, or None if the collection has changed since. Opens no collection.

        Summaries are written when the vault is closed: after a kill one may be None that was not.
        """
        return self._open.summary(name)

    def summarise(self, name: str, value: Any) -> None:
        """Keep a JSON value beside a collection, of which it says something. In a change it speaks of its outcome."""
        self._open.summarise(name, value)

    def check(self, *, progress: Progress | None = None, stop: Stop | None = None) -> Check:
        """Read every file again and open every frame in it. Writes nothing. Takes as long as the vault is large.

        VaultUnsupported if a file is of a newer version; VaultError if one cannot be read, or in a change; Stopped.
        """
        self._require_rest()
        noticed = list(self._open.notices)
        return check_folder(self._folder, self._open.marks.all(), noticed, progress=progress, stop=stop)

    def back_up(
        self,
        path: Path,
        *,
        about: Any = None,
        replace: bool = False,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Check:
        """Write one sealed file with everything in this vault, for this passphrase. ``about`` is any JSON value.

        It takes its place only after it was opened again and held what it should; returns what that check found: what
        is damaged here is damaged there. The vault itself stays usable whatever goes wrong.
        VaultExists unless ``replace`` if something is there already, NotWritten, DiskFull, VaultError while a change
        is going on or if a file here cannot be read, VaultUnsupported, VaultDamaged if the key file is; Stopped, and
        whatever ``progress`` and ``stop`` raise: then what was in the place is there.
        """
        return self.gather(about=about).write(path, replace=replace, progress=progress, stop=stop)

    def gather(self, *, about: Any = None) -> Gathered:
        """Take what a backup of this moment needs, at once; to be written by another thread. Errors as of back_up."""
        self._require_rest()
        with suppress(VaultError):
            finish_rotation(self._folder)  # what one has left over goes into no backup
        with suppress(VaultError):
            self._open.write_marks()
        return Gathered(self._folder, about)

    def check_backup(self, path: Path, *, stop: Stop | None = None) -> Check:
        """Check a backup that was made of this vault, with the keys it has now. May be called from another thread.

        Errors as of Backup.open and Backup.check, but for those of a passphrase; VaultDamaged if it has another key.
        """
        disk = self._folder.disk
        backup = Backup(disk, path, Head.read(disk, path), self._folder.keys)
        return backup.look_through(lambda *_: None, stop=stop)

    def state(self, *, but: frozenset[str] = frozenset()) -> str:
        """Return what differs whenever anything in this vault does, collections named in ``but`` left aside.

        VaultError while a change is going on, or if a file cannot be read.
        """
        self._require_rest()
        aside = {self._folder.log_path(name).name for name in (MARKS, *but)}
        told = hashlib.sha256()
        for file in log_files(self._folder):
            if file.name not in aside:
                told.update(file.name.encode() + file.ending)
        return told.hexdigest()

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the data key under another passphrase, at the same cost. Blocks for two key derivations.

        WrongPassphrase for the old one; DiskFull: then nothing has changed. After ReadOnly exactly one of them opens.
        A copy of the old key file still opens with the old passphrase.
        """
        self.key_slots.change_passphrase(old, new)

    @property
    def key_slots(self) -> KeySlots:
        """Who can open this vault, and the verbs that change it."""
        _ = self._open
        return KeySlots(self._folder)

    def rotate(
        self, old: str, new: str, *, progress: Progress | None = None, stop: Callable[[], bool] | None = None
    ) -> None:
        """Seal everything again under a new data key, for who says "my passphrase was seen". Errors as of rotation.rotate.

        Afterwards only the passphrase ``new`` opens this vault: a recovery key and a device's key are gone, because
        who does not have them cannot wrap a new data key under them. Collections that were taken before are locked:
        take them anew. An older copy of the key file opens nothing of this folder any more, only copies as old.
        """
        self._require_rest()
        before, disk = self._open, self._folder.disk
        self._folder, self._catalogue = rotate(
            before, self._folder, Passphrase(old, disk.least_cost), new, progress=progress, stop=stop
        )
        before.forget()
        with suppress(VaultError):  # it is done; what is left over is found at the next unlock
            finish_rotation(self._folder)

    def close(self) -> None:
        """Write the marks, forget keys and documents, let other processes in. A second time does nothing.

        A change that is going on is dropped. Where the marks cannot be written, the next unlock notices less; nothing
        that was saved is lost, and no error is raised.
        """
        catalogue, self._catalogue = self._catalogue, None
        if catalogue is None:
            return
        try:
            catalogue.changes.forget()
            with suppress(VaultError):
                catalogue.write_marks()
        finally:
            catalogue.forget()
            self._held.release()

    def _require_rest(self) -> None:
        if self._open.changes.open:
            raise VaultError("a change is going on")

    @property
    def _open(self) -> Catalogue:
        if self._catalogue is None:
            raise VaultError("locked")
        return self._catalogue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector_backend.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

#include <cstring>
#include <mutex>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DetectorBackend)
};

/// Where the module may lie, most particular first.
QStringList moduleFolders()
{
    QStringList folders;
    const QString named = qEnvironmentVariable("BOXWRIGHT_MODULES");
    if (!named.isEmpty())
        folders << named;
    const QDir program(QCoreApplication::applicationDirPath());
    // The last one is the folder of `make install`, where that is not lib.
    for (const char *folder : {".", "../lib", "../lib/boxwright", BOXWRIGHT_MODULE_FOLDER})
        folders << QDir::cleanPath(program.filePath(QLatin1String(folder)));
    folders.removeDuplicates();
    return folders;
}

/// The module's file; empty where there is none.
QString findModule(const QStringList &folders)
{
    for (const QString &folder : folders)
        for (const char *suffix : {".so", ".dylib", ".dll"}) {
            const QString file = QDir(folder).absoluteFilePath(QLatin1String("boxwright_ssd") + QLatin1String(suffix));
            if (QFileInfo(file).isFile())
                return file;
        }
    return {};
}

/// What the module exports (core/ssd/ssd_module.cpp).
using VersionFunction = const char *();
using BackendFunction = DetectorBackend *();

/// Threads of OpenMP that wait for others spin by default, and slow down the window and the loaders of a training
/// several times. OpenMP reads this once, when it is loaded: with the module.
void letThreadsSleep()
{
    if (!qEnvironmentVariableIsSet("OMP_WAIT_POLICY"))
        qputenv("OMP_WAIT_POLICY", "passive");
}

Result<DetectorBackend *> loadBackend()
{
    const QStringList folders = moduleFolders();
    const QString file = findModule(folders);
    if (file.isEmpty())
        return failure(Text::tr("The detector module boxwright_ssd was not found. These folders were searched: %1")
                           .arg(folders.join(QLatin1String(", "))));
    const QString shown = QDir::toNativeSeparators(file);
    letThreadsSleep();
    QLibrary library(file);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load())
        return failure(Text::tr("The detector module %1 could not be loaded: %2").arg(shown, library.errorString()));
    const auto version = reinterpret_cast<VersionFunction *>(library.resolve("boxwright_module_version"));
    const auto backend = reinterpret_cast<BackendFunction *>(library.resolve("boxwright_detector_backend"));
    if (version == nullptr || backend == nullptr)
        return failure(Text::tr("%1 is not a detector module of Boxwright").arg(shown));
    if (std::strcmp(version(), BOXWRIGHT_VERSION) != 0)
        return failure(Text::tr("The detector module %1 is of version %2, but this program is version %3")
                           .arg(shown, QString::fromUtf8(version()), QStringLiteral(BOXWRIGHT_VERSION)));
    return backend();
}

} // namespace

Result<DetectorBackend *> detectorBackend()
{
    // One per process, as the module itself: what is loaded stays until the end. A failure is tried again.
    static std::mutex mutex;
    static DetectorBackend *loaded = nullptr;
    const std::lock_guard lock(mutex);
    if (loaded != nullptr)
        return loaded;
    Result<DetectorBackend *> backend = loadBackend();
    if (backend)
        loaded = *backend;
    return backend;
}

} // namespace boxwright

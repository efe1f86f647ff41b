// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/download.h"

#include "core/base/file_io.h"
#include "core/download/transfer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QHostAddress>
#include <QTimer>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Download)
};

bool isAllowed(const QUrl &address)
{
    const bool isHere = address.host() == QLatin1String("localhost") || QHostAddress(address.host()).isLoopback();
    return address.isValid() &&
           (address.scheme() == QLatin1String("https") || (address.scheme() == QLatin1String("http") && isHere));
}

/// Whether the file has the check sum, or begins of it; a file that cannot be read has not.
bool hasCheckSum(const QString &path, const QByteArray &expected)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
           hash.result().toHex().startsWith(expected.toLower());
}

Result<> transferOnce(Transfer &transfer, const CancelFlag &cancel)
{
    constexpr int kLookEveryMs = 50;
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &transfer, [&] {
        if (cancel.isCancelled())
            transfer.cancel();
    });
    bool isOver = false;
    QObject::connect(&transfer, &Transfer::finished, &loop, [&] {
        isOver = true;
        loop.quit();
    });
    watch.start(kLookEveryMs);
    transfer.start();
    if (!isOver)
        loop.exec();
    return transfer.result();
}

/// The part becomes the file, if it is what was wanted.
Result<> putInPlace(const DownloadRequest &request, const QString &part)
{
    if (!request.sha256.isEmpty() && !hasCheckSum(part, request.sha256)) {
        QFile::remove(part);
        return failure(
            Text::tr("%1 is not the file that was expected: its SHA-256 does not begin with %2. It was thrown "
                     "away.")
                .arg(request.address.toString(), QString::fromLatin1(request.sha256)));
    }
    QFile::remove(request.file);
    if (!QFile::rename(part, request.file))
        return failure(Text::tr("%1 could not be written.").arg(QDir::toNativeSeparators(request.file)));
    return {};
}

} // namespace

Result<> download(const DownloadRequest &request, const CancelFlag &cancel, const ProgressSink &progress)
{
    if (!isAllowed(request.address))
        return failure(Text::tr("\"%1\" is no address that files are fetched from: it must begin with https://.")
                           .arg(request.address.toString()));
    if (!request.sha256.isEmpty() && hasCheckSum(request.file, request.sha256))
        return {};
    if (Result<> made = makeFolder(QFileInfo(request.file).absolutePath()); !made)
        return made;
    Transfer transfer(request, progress);
    Result<> done = transferOnce(transfer, cancel);
    if (!done && transfer.wantsAnotherStart() && !cancel.isCancelled())
        done = transferOnce(transfer, cancel);
    return done ? putInPlace(request, transfer.partFile()) : done;
}

} // namespace boxwright

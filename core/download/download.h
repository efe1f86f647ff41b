// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QUrl>

namespace boxwright {

/// A public file and where it goes.
struct DownloadRequest
{
    QUrl address;      ///< https, or http on this very machine
    QString file;      ///< where it goes; its folder is made
    QByteArray sha256; ///< in hexadecimal, whole or its first digits; empty: not checked
    qint64 mostBytes = qint64{4} << 30;
};

/// Fetches the file, and returns when it is there, checked and under its name, or why not. What a broken connection
/// left is in FILE.part, and the next attempt asks for the rest. A file that is there already with the right check sum
/// is not fetched again. Blocks the calling thread, any but the window's, with an event loop of its own. Without a
/// network it fails at once.
Result<> download(const DownloadRequest &request, const CancelFlag &cancel, const ProgressSink &progress);

} // namespace boxwright

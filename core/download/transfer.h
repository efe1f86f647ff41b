// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/download/download.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>

class QNetworkReply;

namespace boxwright {

/// One way of bytes from a server into FILE.part, from where that ends. Lives on the thread of download().
class Transfer : public QObject
{
    Q_OBJECT

public:
    Transfer(const DownloadRequest &request, const ProgressSink &progress);
    ~Transfer() override;

    [[nodiscard]] QString partFile() const { return m_part.fileName(); }
    void start();
    void cancel();
    /// After finished().
    [[nodiscard]] const Result<> &result() const { return m_result; }
    /// The part on the disk is not the beginning of what the server has: it was thrown away, and a second start() may
    /// do.
    [[nodiscard]] bool wantsAnotherStart() const { return m_wantsAnotherStart; }

Q_SIGNALS:
    void finished();

private:
    void takeHead();
    void takeBytes();
    void end();
    void fail(const QString &message, const QString &detail = {});
    [[nodiscard]] QString reasonOf(const QNetworkReply &reply) const;

    const DownloadRequest &m_request;
    const ProgressSink &m_progress;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< child of m_network
    QFile m_part;
    qint64 m_start = 0; ///< bytes that were there before
    qint64 m_done = 0;  ///< bytes of the file so far, those from before included
    qint64 m_total = 0; ///< of the whole file; 0 while unknown
    QElapsedTimer m_clock;
    bool m_hasHead = false;
    bool m_isCancelled = false;
    bool m_wantsAnotherStart = false;
    Result<> m_result;
};

} // namespace boxwright

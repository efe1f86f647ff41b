// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/transfer.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkReply>
#include <QRegularExpression>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Download)
};

constexpr int kOk = 200;
constexpr int kPartial = 206;
constexpr int kRangeNotThere = 416;
constexpr int kSilenceMs = 30'000;
constexpr qint64 kChunkBytes = 1 << 20;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isNoNetwork(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::HostNotFoundError || error == QNetworkReply::NetworkSessionFailedError ||
           error == QNetworkReply::UnknownNetworkError || error == QNetworkReply::TemporaryNetworkFailureError;
}

} // namespace

Transfer::Transfer(const DownloadRequest &request, const ProgressSink &progress)
    : m_request(request)
    , m_progress(progress)
    , m_part(request.file + QStringLiteral(".part"))
{
    m_network.setTransferTimeout(kSilenceMs);
    m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
}

Transfer::~Transfer() = default;

void Transfer::start()
{
    m_hasHead = false;
    m_wantsAnotherStart = false;
    m_result = {};
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::Append)) {
        fail(Text::tr("%1 could not be written: %2")
                 .arg(QDir::toNativeSeparators(m_part.fileName()), m_part.errorString()));
        return;
    }
    m_start = m_part.size();
    m_done = m_start;
    QNetworkRequest request(m_request.address);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Boxwright/" BOXWRIGHT_VERSION));
    request.setRawHeader("Accept-Encoding", "identity"); // the bytes that the check sum is of
    if (m_start > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_start) + '-');
    m_clock.start();
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(4 * kChunkBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::end);
}

void Transfer::cancel()
{
    m_isCancelled = true;
    if (m_reply)
        m_reply->abort();
}

/// Once, when the answer begins: where its bytes belong and how many there are in all.
void Transfer::takeHead()
{
    m_hasHead = true;
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (statusOf(*m_reply) == kOk && m_start > 0) { // the server knows no ranges: all over again
        m_part.resize(0);
        m_start = 0;
        m_done = 0;
    }
    m_total = length > 0 ? m_start + length : 0;
    if (statusOf(*m_reply) != kPartial)
        return;
    static const QRegularExpression range(QStringLiteral("^bytes (\\d+)-\\d+/(\\d+|\\*)$"));
    const auto match = range.match(QString::fromLatin1(m_reply->rawHeader("Content-Range")));
    if (!match.hasMatch() || match.captured(1).toLongLong() != m_start) {
        m_part.resize(0);
        m_wantsAnotherStart = m_start > 0;
        fail(Text::tr("%1 answered with another part of the file than was asked for.").arg(m_request.address.host()));
        m_reply->abort();
    }
}

void Transfer::takeBytes()
{
    const int status = statusOf(*m_reply);
    if (!m_result || (status != kOk && status != kPartial))
        return;
    if (!m_hasHead)
        takeHead();
    while (m_result && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(kChunkBytes);
        if (m_done + bytes.size() > m_request.mostBytes || m_total > m_request.mostBytes) {
            fail(Text::tr("%1 is larger than the %2 bytes that are allowed.")
                     .arg(m_request.address.toString())
                     .arg(m_request.mostBytes));
            m_reply->abort();
        } else if (m_part.write(bytes) != bytes.size()) {
            fail(Text::tr("%1 could not be written: %2")
                     .arg(QDir::toNativeSeparators(m_part.fileName()), m_part.errorString()));
            m_reply->abort();
        } else {
            m_done += bytes.size();
        }
    }
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    Progress progress{Text::tr("Fetching %1").arg(m_request.address.fileName()), m_done, m_total};
    if (seconds > 0)
        progress.rate = static_cast<double>(m_done - m_start) / seconds;
    if (progress.rate > 0 && m_total > 0)
        progress.secondsLeft = static_cast<double>(m_total - m_done) / progress.rate;
    if (m_progress && m_result)
        m_progress(progress);
}

QString Transfer::reasonOf(const QNetworkReply &reply) const
{
    if (isNoNetwork(reply.error()))
        return Text::tr("There is no way to %1: this computer seems to have no network. Training from scratch works "
                        "without it, and so does a file that you bring yourself.")
            .arg(m_request.address.host());
    if (statusOf(reply) >= 400)
        return Text::tr("%1 answered %2 (%3): the file may have moved. Its address can be changed.")
            .arg(m_request.address.toString())
            .arg(statusOf(reply))
            .arg(reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString());
    return Text::tr("%1 could not be fetched: %2").arg(m_request.address.toString(), reply.errorString());
}

void Transfer::end()
{
    const int status = statusOf(*m_reply);
    if (m_result && !m_hasHead && (status == kOk || status == kPartial))
        takeHead(); // an answer that broke off before its first byte
    if (m_result && m_reply->bytesAvailable() > 0)
        takeBytes();
    const qint64 size = m_part.size();
    m_part.close();
    if (size == 0)
        m_part.remove();
    if (m_isCancelled && m_result)
        fail(Text::tr("Fetching %1 was stopped; the next attempt goes on from there.")
                 .arg(m_request.address.fileName()));
    else if (statusOf(*m_reply) == kRangeNotThere && m_start > 0) {
        m_part.remove();
        m_wantsAnotherStart = true;
        fail(reasonOf(*m_reply));
    } else if (m_result && m_reply->error() != QNetworkReply::NoError)
        fail(reasonOf(*m_reply), m_reply->errorString());
    else if (m_result && m_total > 0 && size != m_total)
        fail(Text::tr("The connection to %1 ended after %2 of %3 bytes; the next attempt goes on from there.")
                 .arg(m_request.address.host())
                 .arg(size)
                 .arg(m_total));
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT finished();
}

void Transfer::fail(const QString &message, const QString &detail)
{
    m_result = failure(message, detail);
    if (!m_reply)
        Q_EMIT finished();
}

} // namespace boxwright

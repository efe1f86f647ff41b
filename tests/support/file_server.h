// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace boxwright {

/// A server on 127.0.0.1 that has one file, for tests of downloads. It can misbehave in the ways that servers do.
class FileServer : public QTcpServer
{
public:
    explicit FileServer(const QByteArray &content)
        : content(content)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl address(const QString &path = QStringLiteral("/weights.pth")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    QByteArray content;
    bool knowsRanges = true;
    bool isGone = false; ///< 404
    bool tellsWrongRange = false;
    qint64 breakOffAfter = -1;  ///< bytes of an answer; below 0: never
    QString movedTo;            ///< path of a redirection; empty: none
    QList<QByteArray> requests; ///< whole heads

private:
    void answer(QTcpSocket &socket)
    {
        m_head += socket.readAll();
        if (!m_head.contains("\r\n\r\n"))
            return;
        requests << m_head;
        const bool isMoved = !movedTo.isEmpty() && !m_head.startsWith("GET " + movedTo.toLatin1() + ' ');
        const qsizetype range = m_head.indexOf("Range: bytes=");
        const qint64 start = range < 0 || !knowsRanges ? 0 : m_head.mid(range + 13).split('-').first().toLongLong();
        m_head.clear();
        if (isGone) {
            finish(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        } else if (isMoved) {
            finish(socket,
                   "HTTP/1.1 302 Found\r\nLocation: " + address(movedTo).toEncoded() + "\r\nContent-Length: 0\r\n\r\n");
        } else if (start > 0 && start >= content.size()) {
            finish(socket, "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n\r\n");
        } else {
            const QByteArray body = content.mid(start);
            QByteArray head = start > 0 ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                                              QByteArray::number(tellsWrongRange ? start - 1 : start) + '-' +
                                              QByteArray::number(content.size() - 1) + '/' +
                                              QByteArray::number(content.size()) + "\r\n"
                                        : QByteArray("HTTP/1.1 200 OK\r\n");
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n";
            finish(socket, head + (breakOffAfter < 0 ? body : body.first(std::min(body.size(), breakOffAfter))));
        }
    }

    static void finish(QTcpSocket &socket, const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.disconnectFromHost();
    }

    QByteArray m_head;
};

} // namespace boxwright

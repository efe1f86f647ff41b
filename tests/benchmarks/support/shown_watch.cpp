// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt plugin that any Qt program loads when QT_QPA_GENERIC_PLUGINS names it. It says on standard output when the
// program's window is there for a person: painted, and nothing waits in the event loop. So the real program is measured
// from outside, without a switch of its own.
#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QTimer>

#include <cstdio>

namespace {

/// Waits for the first painting: of the list that the specification names, with a row in it, or of any window.
class ShownWatch : public QObject
{
public:
    explicit ShownWatch(const QString &listName)
        : m_listName(listName)
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isSeen && isWanted(watched)) {
            m_isSeen = true;
            QTimer::singleShot(0, this, [this] { say(); });
        }
        return false;
    }

private:
    bool isWanted(QObject *watched)
    {
        if (m_listName.isEmpty())
            return watched->isWidgetType();
        const auto *list = qobject_cast<QAbstractItemView *>(watched->parent());
        if (!list || list->objectName() != m_listName || !list->model())
            return false;
        m_rows = list->model()->rowCount();
        return m_rows > 0;
    }

    void say() const
    {
        std::printf("shown %d\n", m_rows);
        std::fflush(stdout);
    }

    QString m_listName;
    int m_rows = 0;
    bool m_isSeen = false;
};

} // namespace

class ShownWatchPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "shown_watch.json")

public:
    QObject *create(const QString &, const QString &specification) override { return new ShownWatch(specification); }
};

#include "shown_watch.moc"

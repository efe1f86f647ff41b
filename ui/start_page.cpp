// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_page.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace boxwright {

namespace {

constexpr int kColumnWidth = 440;
constexpr int kMaxRecent = 6;

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    auto *outer = new QHBoxLayout(this);
    m_choices = new QWidget(this);
    m_choices->setFixedWidth(kColumnWidth);
    auto *column = new QVBoxLayout(m_choices);
    column->setSpacing(8);
    column->addStretch(2);
    auto *title = new QLabel(tr("Label boxes, train, look, export."), this);
    title->setFont(themeFont(22, true));
    column->addWidget(title);
    auto *explanation =
        new QLabel(tr("Images stay where they are and are never changed. Everything you draw is saved at "
                      "once, in one file beside them."),
                   this);
    explanation->setWordWrap(true);
    setKind(*explanation, "dim");
    column->addWidget(explanation);
    column->addSpacing(16);

    QPushButton *folder = addChoice(*column, tr("Choose a folder of photos"), tr("or drop one on this window"));
    folder->setObjectName(QStringLiteral("chooseFolder"));
    setKind(*folder, "big");
    setFocusProxy(folder);
    connect(folder, &QPushButton::clicked, this, &StartPage::folderWanted);
    QPushButton *project = addChoice(*column, tr("Open a project"), tr("a file NAME.boxwright"));
    project->setObjectName(QStringLiteral("chooseProject"));
    connect(project, &QPushButton::clicked, this, &StartPage::projectWanted);
    QPushButton *sample = addChoice(*column, tr("Try the sample"), tr("120 drawn scenes with fruits, ready to train"));
    sample->setObjectName(QStringLiteral("chooseSample"));
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);

    m_waitingModel = new QLabel(this);
    m_waitingModel->setObjectName(QStringLiteral("waitingModel"));
    m_waitingModel->setWordWrap(true);
    m_waitingModel->hide();
    column->addWidget(m_waitingModel);
    m_work = new QLabel(this);
    setKind(*m_work, "dim");
    m_work->hide();
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    column->addWidget(m_work);
    column->addWidget(m_progress);
    column->addSpacing(16);
    m_recentHeading = new QLabel(tr("Recent projects"), this);
    setKind(*m_recentHeading, "heading");
    column->addWidget(m_recentHeading);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    column->addLayout(m_recent);
    column->addStretch(3);
    outer->addStretch(1);
    outer->addWidget(m_choices);
    outer->addStretch(1);
    setRecentProjects({});
}

QPushButton *StartPage::addChoice(QVBoxLayout &layout, const QString &text, const QString &explanation)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(14);
    auto *button = new QPushButton(text, this);
    button->setFixedWidth(230);
    auto *label = new QLabel(explanation, this);
    label->setWordWrap(true);
    setKind(*label, "small");
    line->addWidget(button);
    line->addWidget(label, 1);
    layout.addLayout(line);
    return button;
}

void StartPage::setRecentProjects(const QStringList &paths)
{
    while (const std::unique_ptr<QLayoutItem> item{m_recent->takeAt(0)})
        item->widget()->deleteLater();
    m_recentHeading->setVisible(!paths.isEmpty());
    for (const QString &path : paths.mid(0, kMaxRecent)) {
        const QFileInfo info(path);
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("recentProject"));
        setKind(*button, "link");
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        const QString text = QStringLiteral("%1    %2").arg(info.completeBaseName(), folder);
        button->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, kColumnWidth - 20));
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleName(tr("Open %1").arg(text));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}

void StartPage::showWaitingModel(const QString &name)
{
    m_waitingModel->setText(
        tr("The model %1 is opened as soon as you choose images or a project: it looks at them.").arg(name));
    m_waitingModel->setVisible(!name.isEmpty());
}

void StartPage::showWork(const QString &text, double fraction)
{
    for (QPushButton *button : m_choices->findChildren<QPushButton *>())
        button->setEnabled(text.isEmpty());
    m_work->setText(text);
    m_work->setVisible(!text.isEmpty());
    m_progress->setValue(int(fraction * 1000));
    m_progress->setVisible(!text.isEmpty());
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).window);
}

} // namespace boxwright

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/findings_model.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QHash>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace boxwright {

namespace {

constexpr int kDot = 10;

QColor colorOf(Severity severity, const Tokens &tokens)
{
    switch (severity) {
    case Severity::Problem:
        return tokens.bad;
    case Severity::Warning:
        return tokens.warn;
    default:
        return tokens.dim;
    }
}

/// Not by colour alone: a problem is full, a warning a ring, a hint a small dot.
QPixmap signOf(Severity severity)
{
    const qreal scale = qApp->devicePixelRatio();
    QPixmap sign(QSize(kDot, kDot) * scale);
    sign.setDevicePixelRatio(scale);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = colorOf(severity, tokensFor(qApp->palette()));
    painter.setPen(QPen(color, 2));
    if (severity != Severity::Warning)
        painter.setBrush(color);
    const int inset = severity == Severity::Hint ? 3 : 1;
    painter.drawEllipse(QRect(0, 0, kDot, kDot).adjusted(inset, inset, -inset, -inset));
    return sign;
}

} // namespace

void FindingsModel::setReport(const HealthReport &report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

const HealthFinding *FindingsModel::finding(int row) const
{
    return row >= 0 && row < m_report.findings.size() ? &m_report.findings[row] : nullptr;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_report.findings.size());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const HealthFinding *item = finding(index.row());
    if (!item)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1  %2", "kind of finding, how often")
            .arg(findingTitle(item->kind), QLocale().toString(item->count));
    case Qt::DecorationRole:
        return signOf(item->severity);
    case Qt::ToolTipRole:
        return item->text;
    case SeverityRole:
        return int(item->severity);
    case CountRole:
        return item->count;
    default:
        return {};
    }
}

QString findingTitle(const QString &kind)
{
    const QHash<QString, QString> titles{
        {QStringLiteral("box-outside"), FindingsModel::tr("Boxes beyond the image")},
        {QStringLiteral("zero-area"), FindingsModel::tr("Boxes without area")},
        {QStringLiteral("tiny-box"), FindingsModel::tr("Tiny boxes")},
        {QStringLiteral("duplicate-box"), FindingsModel::tr("Repeated boxes")},
        {QStringLiteral("two-classes"), FindingsModel::tr("Boxes with two classes")},
        {QStringLiteral("extreme-shape"), FindingsModel::tr("Very long boxes")},
        {QStringLiteral("label-width"), FindingsModel::tr("Too many labels for label_width")},
        {QStringLiteral("class-gap"), FindingsModel::tr("Classes without labels")},
        {QStringLiteral("few-labels"), FindingsModel::tr("Classes with few labels")},
        {QStringLiteral("class-not-validated"), FindingsModel::tr("Classes without validation")},
        {QStringLiteral("name-collision"), FindingsModel::tr("Images of the same name")},
        {QStringLiteral("not-reviewed"), FindingsModel::tr("Images not reviewed")},
        {QStringLiteral("no-validation"), FindingsModel::tr("No validation split")},
        {QStringLiteral("unreadable-image"), FindingsModel::tr("Images that cannot be read")},
        {QStringLiteral("other-channels"), FindingsModel::tr("Grey images, alpha, 16 bits")},
        {QStringLiteral("other-file-kind"), FindingsModel::tr("Neither JPEG nor PNG")},
        {QStringLiteral("near-duplicate"), FindingsModel::tr("Near-duplicates")},
        {QStringLiteral("near-duplicate-across-splits"), FindingsModel::tr("Near-duplicates across splits")},
    };
    return titles.value(kind, kind);
}

} // namespace boxwright
